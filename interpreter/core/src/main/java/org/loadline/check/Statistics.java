package org.loadline.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.loadline.core.Expr;
import org.loadline.core.Expr.Aggregate.Kind;
import org.loadline.core.Expr.Arithmetic.Operation;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.source.Span;
import org.loadline.syntax.Expression;
import org.loadline.values.Exact;
import org.loadline.values.Flag;

/**
 * Medians, percentiles, variances and deviations of any rows, made of counts, sums, orders and
 * minima.
 *
 * <p>All are exact.
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
  private final Quantiles quantiles;

  Statistics(Checker in) {
    this.in = in;
    this.quantiles = new Quantiles(in);
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
      case "median" -> quantiles.median(call, s);
      case "nearest_rank" ->
          quantiles.share(call, s).map(p -> quantiles.nearestRank(call, p, s)).orElse(broken(call));
      case "interpolated_percentile" ->
          quantiles
              .share(call, s)
              .map(p -> quantiles.interpolated(call, p, s))
              .orElse(broken(call));
      case "population_variance" -> variance(call, false, s);
      case "sample_variance" -> variance(call, true, s);
      default -> deviation(call, word, s, ask);
    };
  }

  static Expr broken(Expression.Call call) {
    return Open.broken(call.span());
  }

  /** The rows of a call with what is asked of each, as an aggregate of another kind. */
  Optional<Expr.Aggregate> rows(Expression.Call call, String word, Scope s) {
    Expression.Call of =
        new Expression.Call(
            call.target(), List.of(call.arguments().getFirst()), call.over(), call.span());
    Expr checked = in.aggregates.check(of, word, s);
    return checked instanceof Expr.Aggregate rows ? Optional.of(rows) : Optional.empty();
  }

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

  static Expr count(Expr.Aggregate rows, Optional<Expr> also) {
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

  static Expr arithmetic(Type type, Operation operation, Expr left, Expr right) {
    return new Expr.Arithmetic(type, left.span(), operation, left, right);
  }

  static Expr number(Exact value, Span span) {
    return new Expr.Constant(Type.NUMBER, span, value);
  }

  static Type form(Expr share) {
    return new Type.Quantity(Unit.ONE, Fitness.quantity(share).form(), false);
  }
}
