package org.loadline.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.loadline.core.Builtin;
import org.loadline.core.Expr;
import org.loadline.core.Expr.Aggregate.Kind;
import org.loadline.core.Expr.Arithmetic.Operation;
import org.loadline.core.Expr.Compare.Comparison;
import org.loadline.core.Rows;
import org.loadline.core.StepSize;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.source.Span;
import org.loadline.syntax.Expression;
import org.loadline.values.Exact;
import org.loadline.values.Flag;
import org.loadline.values.Rounding;

/**
 * Medians, percentiles, variances and deviations of any rows, made of counts, sums, orders and
 * minima.
 *
 * <p>All are exact. The value at a place in the order of size is the last of so many from the least
 * on. Over pairs, which have no order, it is the least one that enough others are not above.
 */
final class Statistics {
  private static final Set<String> WORDS =
      Set.of(
          "median",
          "nearest_rank",
          "interpolated_percentile",
          "population_variance",
          "sample_variance",
          "population_deviation",
          "sample_deviation");

  private final Checker in;

  Statistics(Checker in) {
    this.in = in;
  }

  /** Whether a call is one of these; a policy may call something of its own so. */
  boolean isWord(Expression.Call call) {
    return call.target() instanceof Expression.Reference r
        && WORDS.contains(r.name().text())
        && !in.vocabulary.isNamed(r.name().text());
  }

  Expr check(Expression.Call call, Scope s, Ask ask) {
    String word = ((Expression.Reference) call.target()).name().text();
    boolean share = word.equals("nearest_rank") || word.equals("interpolated_percentile");
    if (call.arguments().size() != (share ? 2 : 1)) {
      String form = share ? word + "(xs, 95%)" : word + "(xs)";
      return in.complaints.say(SeriesFormulaProblem.FORM, call.span(), "word", word, "form", form);
    }
    return switch (word) {
      case "median" -> median(call, s);
      case "nearest_rank" -> share(call, s).map(p -> nearestRank(call, p, s)).orElse(broken(call));
      case "interpolated_percentile" ->
          share(call, s).map(p -> interpolated(call, p, s)).orElse(broken(call));
      case "population_variance" -> variance(call, false, s);
      case "sample_variance" -> variance(call, true, s);
      default -> deviation(call, word, s, ask);
    };
  }

  private static Expr broken(Expression.Call call) {
    return Open.broken(call.span());
  }

  /** The rows of a call with what is asked of each, as an aggregate of another kind. */
  private Optional<Expr.Aggregate> rows(Expression.Call call, String word, Scope s) {
    Expression.Call of =
        new Expression.Call(
            call.target(), List.of(call.arguments().getFirst()), call.over(), call.span());
    Expr checked = in.aggregates.check(of, word, s);
    return checked instanceof Expr.Aggregate rows ? Optional.of(rows) : Optional.empty();
  }

  // ---- Spread

  private Expr variance(Expression.Call call, boolean sample, Scope s) {
    return rows(call, "sum", s)
        .map(rows -> spread(rows, sample, call.span(), s))
        .orElse(broken(call));
  }

  /** (n Σx² − (Σx)²) / (n · n), or over n · (n − 1): exact, and without rows by zero. */
  private Expr spread(Expr.Aggregate sum, boolean sample, Span span, Scope s) {
    Type.Quantity q = Fitness.quantity(sum);
    Type squared = new Type.Quantity(q.unit().power(2), q.form(), false);
    Expr count = count(sum, Optional.empty());
    Expr squares =
        kind(
            sum,
            Kind.SUM,
            squared,
            arithmetic(squared, Operation.MULTIPLY, sum.body(), sum.body()));
    Expr over =
        arithmetic(
            squared,
            Operation.SUBTRACT,
            arithmetic(squared, Operation.MULTIPLY, count, squares),
            arithmetic(squared, Operation.MULTIPLY, sum, sum));
    Expr less =
        sample
            ? arithmetic(Type.NUMBER, Operation.SUBTRACT, count, number(Exact.ONE, span))
            : count;
    Expr under = arithmetic(Type.NUMBER, Operation.MULTIPLY, count, less);
    return in.arithmetics.quotient(span, over, under, s);
  }

  /** Without enough rows the root is that of -1, which fails by itself. */
  private Expr deviation(Expression.Call call, String word, Scope s, Ask ask) {
    Expr variance = variance(call, word.equals("sample_deviation"), s);
    if (Open.isBroken(variance)) {
      return variance;
    }
    if (!ask.rounded()) {
      return in.complaints.say(SeriesFormulaProblem.DEVIATION_UNROUNDED, call.span(), "word", word);
    }
    Type.Quantity q = Fitness.quantity(variance);
    Expr radicand =
        new Expr.Else(
            variance.type(),
            call.span(),
            variance,
            new Expr.Constant(
                new Type.Quantity(q.unit(), Type.Form.DECIMAL, false),
                call.span(),
                Exact.ONE.negate()));
    Unit unit = q.unit().squareRoot().orElseThrow();
    return new Expr.SquareRoot(new Type.Quantity(unit, q.form(), false), call.span(), radicand);
  }

  // ---- Places in the order of size

  private Optional<Expr> share(Expression.Call call, Scope s) {
    Expression written = call.arguments().get(1).value();
    Expr share =
        in.fitness.plain(in.formulas.check(written, s.unmapped(), Ask.PLAIN), "percentile");
    if (Open.isBroken(share)) {
      return Optional.empty();
    }
    boolean outside =
        share instanceof Expr.Constant constant
            && constant.value() instanceof Exact p
            && (p.signum() <= 0 || p.compareTo(Exact.ONE) > 0);
    if (outside) {
      in.complaints.say(
          SeriesFormulaProblem.SHARE, written.span(), "what", Quote.of(written.span()));
      return Optional.empty();
    }
    return Optional.of(share);
  }

  /** Of an even number of values the one in the middle of the middle two. */
  private Expr median(Expression.Call call, Scope s) {
    Span span = call.span();
    Optional<Expr.Aggregate> lower = rows(call, "min", s);
    Optional<Expr.Aggregate> upper = rows(call, "min", s);
    if (lower.isEmpty() || upper.isEmpty() || !isNumber(lower.get(), call)) {
      return broken(call);
    }
    Expr half =
        arithmetic(
            Type.NUMBER, Operation.MULTIPLY, number(call, s), number(Exact.ofFraction(1, 2), span));
    // Places count from 1: the lower one is n / 2 rounded up, the upper n / 2 rounded down and one.
    Expr above = place(call, upper.get(), half, false, s);
    Type type = lower.get().type();
    Expr middle =
        arithmetic(
            type,
            Operation.MULTIPLY,
            arithmetic(type, Operation.ADD, lower.get().body(), above),
            number(Exact.ofFraction(1, 2), span));
    return at(call, lower.get(), half, true, middle, s);
  }

  private Expr nearestRank(Expression.Call call, Expr share, Scope s) {
    Optional<Expr.Aggregate> rows = rows(call, "min", s);
    if (rows.isEmpty()) {
      return broken(call);
    }
    Expr rank = arithmetic(form(share), Operation.MULTIPLY, share, number(call, s));
    return place(call, rows.get(), rank, true, s);
  }

  /** At (n - 1) p between the values, counted from 0, on the straight line. */
  private Expr interpolated(Expression.Call call, Expr share, Scope s) {
    Span span = call.span();
    Optional<Expr.Aggregate> lower = rows(call, "min", s);
    Optional<Expr.Aggregate> upper = rows(call, "min", s);
    if (lower.isEmpty() || upper.isEmpty() || !isNumber(lower.get(), call)) {
      return broken(call);
    }
    Expr count = number(call, s);
    Expr one = number(Exact.ONE, span);
    Expr last = arithmetic(Type.NUMBER, Operation.SUBTRACT, count, one);
    Expr at = arithmetic(form(share), Operation.MULTIPLY, share, last);
    Expr whole = new Expr.Round(Type.NUMBER, span, Rounding.FLOOR, new StepSize.Whole(), at);
    Expr next =
        new Expr.Apply(
            Type.NUMBER,
            span,
            Builtin.MIN,
            List.of(arithmetic(Type.NUMBER, Operation.ADD, whole, one), last));
    Expr above = place(call, upper.get(), next, false, s);
    Type.Quantity q = Fitness.quantity(lower.get());
    Type type =
        new Type.Quantity(q.unit(), q.form().join(((Type.Quantity) form(share)).form()), false);
    Expr part = arithmetic(form(share), Operation.SUBTRACT, at, whole);
    Expr step = arithmetic(type, Operation.SUBTRACT, above, lower.get().body());
    Expr line =
        arithmetic(
            type,
            Operation.ADD,
            lower.get().body(),
            arithmetic(type, Operation.MULTIPLY, part, step));
    return at(call, lower.get(), whole, false, line, s);
  }

  private boolean isNumber(Expr.Aggregate rows, Expression.Call call) {
    return !Open.isBroken(in.fitness.finite(rows, Quote.of(call.target().span())));
  }

  /** How many there are; counted with a variable of its own, as it is asked inside other loops. */
  private Expr number(Expression.Call call, Scope s) {
    return rows(call, "min", s).map(rows -> count(rows, Optional.empty())).orElse(broken(call));
  }

  private Expr place(
      Expression.Call call, Expr.Aggregate rows, Expr rank, boolean atLeast, Scope s) {
    return at(call, rows, rank, atLeast, rows.body(), s);
  }

  /**
   * What {@code result} is at the value before which fewer than {@code rank} values lie, and up to
   * which at least so many do, itself among them; if not {@code atLeast}, at most and more.
   */
  private Expr at(
      Expression.Call call, Expr.Aggregate rows, Expr rank, boolean atLeast, Expr result, Scope s) {
    return rows.binders().size() == 1
        ? ranked(call, rows, rank, atLeast, result, s)
        : counted(call, rows, rank, atLeast, result, s);
  }

  /** The last of so many elements from the least on, as the one element of an aggregate. */
  private Expr ranked(
      Expression.Call call, Expr.Aggregate rows, Expr rank, boolean atLeast, Expr result, Scope s) {
    Optional<Expr.Aggregate> rising = rows(call, "min", s);
    Optional<Expr.Aggregate> falling = rows(call, "min", s);
    if (rising.isEmpty() || falling.isEmpty()) {
      return broken(call);
    }
    Rows.Ordered first =
        new Rows.Ordered(
            rising.get().binders().getFirst(),
            rising.get().filter(),
            List.of(new Rows.Key(rising.get().body(), false)),
            Optional.of(most(call, rank, atLeast, s)));
    Rows.Ordered last =
        new Rows.Ordered(
            over(falling.get(), first),
            Optional.empty(),
            List.of(new Rows.Key(falling.get().body(), true)),
            Optional.of(number(Exact.ONE, call.span())));
    return new Expr.Aggregate(
        result.type(),
        call.span(),
        Kind.MIN,
        List.of(over(rows, last)),
        Optional.empty(),
        result,
        Optional.empty());
  }

  private static Expr.Binder over(Expr.Aggregate rows, Rows.Ordered order) {
    Expr.Binder binder = rows.binders().getFirst();
    return new Expr.Binder(binder.slot(), binder.name(), order, binder.span());
  }

  /** How many elements lie up to a rank; none if the rank is not among them. */
  private Expr most(Expression.Call call, Expr rank, boolean atLeast, Scope s) {
    Span span = call.span();
    Rounding way = atLeast ? Rounding.CEIL : Rounding.FLOOR;
    Expr whole = new Expr.Round(Type.NUMBER, span, way, new StepSize.Whole(), rank);
    Expr one = number(Exact.ONE, span);
    Expr place = atLeast ? whole : arithmetic(Type.NUMBER, Operation.ADD, whole, one);
    Expr among = new Expr.InRange(Type.FLAG, span, false, place, one, number(call, s));
    return new Expr.Decision(
        Type.NUMBER,
        span,
        List.of(new Expr.Decision.Arm(among, place, span)),
        Optional.of(number(Exact.ZERO, span)));
  }

  /** Elements of several variables have no order: what lies up to each is counted. */
  private Expr counted(
      Expression.Call call, Expr.Aggregate rows, Expr rank, boolean atLeast, Expr result, Scope s) {
    Optional<Expr.Aggregate> others = rows(call, "min", s);
    if (others.isEmpty()) {
      return broken(call);
    }
    Expr upTo = count(others.get(), Optional.of(compared(Comparison.AT_MOST, others.get(), rows)));
    Expr below = count(others.get(), Optional.of(compared(Comparison.BELOW, others.get(), rows)));
    Span span = call.span();
    Expr reaches =
        new Expr.Compare(
            Type.FLAG, span, atLeast ? Comparison.AT_LEAST : Comparison.ABOVE, upTo, rank);
    Expr begins =
        new Expr.Compare(
            Type.FLAG, span, atLeast ? Comparison.BELOW : Comparison.AT_MOST, below, rank);
    Expr there = new Expr.And(Type.FLAG, span, reaches, begins);
    return new Expr.Aggregate(
        result.type(),
        span,
        Kind.MIN,
        rows.binders(),
        Optional.of(
            rows.filter().map(f -> (Expr) new Expr.And(Type.FLAG, span, f, there)).orElse(there)),
        result,
        Optional.empty());
  }

  private static Expr compared(Comparison comparison, Expr.Aggregate others, Expr.Aggregate rows) {
    return new Expr.Compare(Type.FLAG, rows.span(), comparison, others.body(), rows.body());
  }

  // ---- Parts

  private static Expr count(Expr.Aggregate rows, Optional<Expr> also) {
    Optional<Expr> filter =
        rows.filter().isPresent() && also.isPresent()
            ? Optional.of(new Expr.And(Type.FLAG, rows.span(), rows.filter().get(), also.get()))
            : rows.filter().or(() -> also);
    return new Expr.Aggregate(
        Type.NUMBER,
        rows.span(),
        Kind.COUNT,
        rows.binders(),
        filter,
        new Expr.Constant(Type.FLAG, rows.span(), Flag.TRUE),
        Optional.empty());
  }

  private static Expr kind(Expr.Aggregate rows, Kind kind, Type type, Expr body) {
    return new Expr.Aggregate(
        type, rows.span(), kind, rows.binders(), rows.filter(), body, Optional.empty());
  }

  private static Expr arithmetic(Type type, Operation operation, Expr left, Expr right) {
    return new Expr.Arithmetic(type, left.span(), operation, left, right);
  }

  private static Expr number(Exact value, Span span) {
    return new Expr.Constant(Type.NUMBER, span, value);
  }

  private static Type form(Expr share) {
    return new Type.Quantity(Unit.ONE, Fitness.quantity(share).form(), false);
  }
}
