package org.loadline.check;

import java.util.List;
import java.util.Optional;
import org.loadline.core.Builtin;
import org.loadline.core.Expr;
import org.loadline.core.Expr.Aggregate.Kind;
import org.loadline.core.Expr.Arithmetic.Operation;
import org.loadline.core.Expr.Compare.Comparison;
import org.loadline.core.Rows;
import org.loadline.core.StepSize;
import org.loadline.model.Type;
import org.loadline.source.Span;
import org.loadline.syntax.Expression;
import org.loadline.values.Exact;
import org.loadline.values.Rounding;

/**
 * Values at places in the order of size.
 *
 * <p>The value at a place is the last of so many from the least on. Over pairs, which have no
 * order, it is the least one that enough others are not above.
 */
final class Quantiles {
  private final Checker in;

  Quantiles(Checker in) {
    this.in = in;
  }

  Optional<Expr> share(Expression.Call call, Scope s) {
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
  Expr median(Expression.Call call, Scope s) {
    Span span = call.span();
    Optional<Expr.Aggregate> lower = in.statistics.rows(call, "min", s);
    Optional<Expr.Aggregate> upper = in.statistics.rows(call, "min", s);
    if (lower.isEmpty() || upper.isEmpty() || !isNumber(lower.get(), call)) {
      return Statistics.broken(call);
    }
    Expr half =
        Statistics.arithmetic(
            Type.NUMBER,
            Operation.MULTIPLY,
            number(call, s),
            Statistics.number(Exact.ofFraction(1, 2), span));
    // Places count from 1: the lower one is n / 2 rounded up, the upper n / 2 rounded down and one.
    Expr above = place(call, upper.get(), half, false, s);
    Type type = lower.get().type();
    Expr middle =
        Statistics.arithmetic(
            type,
            Operation.MULTIPLY,
            Statistics.arithmetic(type, Operation.ADD, lower.get().body(), above),
            Statistics.number(Exact.ofFraction(1, 2), span));
    return at(call, lower.get(), half, true, middle, s);
  }

  Expr nearestRank(Expression.Call call, Expr share, Scope s) {
    Optional<Expr.Aggregate> rows = in.statistics.rows(call, "min", s);
    if (rows.isEmpty()) {
      return Statistics.broken(call);
    }
    Expr rank =
        Statistics.arithmetic(Statistics.form(share), Operation.MULTIPLY, share, number(call, s));
    return place(call, rows.get(), rank, true, s);
  }

  /** At (n - 1) p between the values, counted from 0, on the straight line. */
  Expr interpolated(Expression.Call call, Expr share, Scope s) {
    Span span = call.span();
    Optional<Expr.Aggregate> lower = in.statistics.rows(call, "min", s);
    Optional<Expr.Aggregate> upper = in.statistics.rows(call, "min", s);
    if (lower.isEmpty() || upper.isEmpty() || !isNumber(lower.get(), call)) {
      return Statistics.broken(call);
    }
    Expr count = number(call, s);
    Expr one = Statistics.number(Exact.ONE, span);
    Expr last = Statistics.arithmetic(Type.NUMBER, Operation.SUBTRACT, count, one);
    Expr at = Statistics.arithmetic(Statistics.form(share), Operation.MULTIPLY, share, last);
    Expr whole = new Expr.Round(Type.NUMBER, span, Rounding.FLOOR, new StepSize.Whole(), at);
    Expr next =
        new Expr.Apply(
            Type.NUMBER,
            span,
            Builtin.MIN,
            List.of(Statistics.arithmetic(Type.NUMBER, Operation.ADD, whole, one), last));
    Expr above = place(call, upper.get(), next, false, s);
    Type.Quantity q = Fitness.quantity(lower.get());
    Type type =
        new Type.Quantity(
            q.unit(), q.form().join(((Type.Quantity) Statistics.form(share)).form()), false);
    Expr part = Statistics.arithmetic(Statistics.form(share), Operation.SUBTRACT, at, whole);
    Expr step = Statistics.arithmetic(type, Operation.SUBTRACT, above, lower.get().body());
    Expr line =
        Statistics.arithmetic(
            type,
            Operation.ADD,
            lower.get().body(),
            Statistics.arithmetic(type, Operation.MULTIPLY, part, step));
    return at(call, lower.get(), whole, false, line, s);
  }

  private boolean isNumber(Expr.Aggregate rows, Expression.Call call) {
    return !Open.isBroken(in.fitness.finite(rows, Quote.of(call.target().span())));
  }

  /** How many there are; counted with a variable of its own, as it is asked inside other loops. */
  private Expr number(Expression.Call call, Scope s) {
    return in.statistics
        .rows(call, "min", s)
        .map(rows -> Statistics.count(rows, Optional.empty()))
        .orElse(Statistics.broken(call));
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
    Optional<Expr.Aggregate> rising = in.statistics.rows(call, "min", s);
    Optional<Expr.Aggregate> falling = in.statistics.rows(call, "min", s);
    if (rising.isEmpty() || falling.isEmpty()) {
      return Statistics.broken(call);
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
            Optional.of(Statistics.number(Exact.ONE, call.span())));
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
    Expr one = Statistics.number(Exact.ONE, span);
    Expr place = atLeast ? whole : Statistics.arithmetic(Type.NUMBER, Operation.ADD, whole, one);
    Expr among = new Expr.InRange(Type.FLAG, span, false, place, one, number(call, s));
    return new Expr.Decision(
        Type.NUMBER,
        span,
        List.of(new Expr.Decision.Arm(among, place, span)),
        Optional.of(Statistics.number(Exact.ZERO, span)));
  }

  /** Elements of several variables have no order: what lies up to each is counted. */
  private Expr counted(
      Expression.Call call, Expr.Aggregate rows, Expr rank, boolean atLeast, Expr result, Scope s) {
    Optional<Expr.Aggregate> others = in.statistics.rows(call, "min", s);
    if (others.isEmpty()) {
      return Statistics.broken(call);
    }
    Expr upTo =
        Statistics.count(
            others.get(), Optional.of(compared(Comparison.AT_MOST, others.get(), rows)));
    Expr below =
        Statistics.count(others.get(), Optional.of(compared(Comparison.BELOW, others.get(), rows)));
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
}
