package org.loadline.check;

import java.util.List;
import java.util.Optional;
import org.loadline.core.Builtin;
import org.loadline.core.Expr;
import org.loadline.core.Expr.Arithmetic.Operation;
import org.loadline.core.Expr.Compare.Comparison;
import org.loadline.core.Rows;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.source.Span;
import org.loadline.syntax.Expression;

/**
 * Averages over time, until now: each value counts from its time until the next one's.
 *
 * <p>What held when the time begins must be known: without a point at or before that moment, the
 * average fails.
 */
final class Twap {
  private final Checker in;
  private final Series series;

  Twap(Checker in, Series series) {
    this.in = in;
    this.series = series;
  }

  /** What an average is made of: the moments between which it runs, and the points there. */
  private record Between(
      Expr now, Expr start, Expr duration, Collections.Element first, Collections.Element last) {}

  private Optional<Between> between(Expression.Call call, Denoted.Collection many, Scope s) {
    Span span = call.span();
    Optional<Expr> now = series.nowFor(span);
    Optional<Expr> duration = series.duration(call.arguments().get(1).value(), s);
    Type value = in.collections.entity(many.rows()).field("value").orElseThrow().type();
    if (!(value instanceof Type.Quantity q) || q.orUnlimited()) {
      in.complaints.say(
          SeriesFormulaProblem.NUMBERS_NEEDED,
          span,
          "name",
          many.name(),
          "given",
          TypeText.of(value));
      return Optional.empty();
    }
    if (now.isEmpty() || duration.isEmpty()) {
      return Optional.empty();
    }
    Expr start = Series.before(now.get(), duration.get());
    Rows.Window w = Series.window(many);
    Rows.Window until =
        new Rows.Window(
            w.points(), Optional.empty(), Optional.of(start), false, Optional.empty(), false);
    Denoted.Collection held = new Denoted.Collection(until, many.name());
    return Optional.of(
        new Between(
            now.get(),
            start,
            duration.get(),
            in.collections.bind(Series.one(held, span), "first", s, span),
            in.collections.bind(Series.one(many, span), "last", s, span)));
  }

  /** From prices. */
  Expr of(Expression.Call call, Denoted.Collection many, Scope s) {
    Span span = call.span();
    Optional<Between> found = between(call, many, s);
    if (found.isEmpty()) {
      return Open.broken(span);
    }
    Between between = found.get();
    Rows.Window w = Series.window(many);
    Rows.Window inside =
        new Rows.Window(
            w.points(), Optional.of(between.start()), w.until(), false, Optional.empty(), false);
    Collections.Element point =
        in.collections.bind(new Denoted.Collection(inside, many.name()), "point", s, span);
    Expr time = series.part(point.value(), "time", s, span);
    Expr before = series.previous(w, point.value(), s, span);
    Expr counted =
        Series.difference(
            Series.DURATION,
            time,
            later(series.part(before, "time", s, span), between.start(), span),
            span);
    Expr held = product(series.part(before, "value", s, span), counted, span);
    Expr sum =
        new Expr.Aggregate(
            held.type(),
            span,
            Expr.Aggregate.Kind.SUM,
            List.of(point.binder()),
            Optional.of(new Expr.Compare(Type.FLAG, span, Comparison.ABOVE, time, between.start())),
            held,
            Optional.empty());
    Expr last = between.last().value();
    Expr since =
        Series.difference(
            Series.DURATION,
            between.now(),
            later(series.part(last, "time", s, span), between.start(), span),
            span);
    Expr rest = product(series.part(last, "value", s, span), since, span);
    Expr whole = new Expr.Arithmetic(held.type(), span, Operation.ADD, sum, rest);
    Expr mean = in.arithmetics.quotient(span, whole, between.duration(), s);
    return least(mean, between, Optional.empty(), span);
  }

  /** From values that add price times time up, as pools do: what was added over what passed. */
  Expr ofCumulative(Expression.Call call, Denoted.Collection many, Scope s) {
    Span span = call.span();
    Optional<Between> found = between(call, many, s);
    if (found.isEmpty()) {
      return Open.broken(span);
    }
    Between between = found.get();
    Expr first = between.first().value();
    Expr last = between.last().value();
    Expr from = series.part(first, "time", s, span);
    Expr to = series.part(last, "time", s, span);
    Expr value = series.part(last, "value", s, span);
    Expr added = Series.difference(value.type(), value, series.part(first, "value", s, span), span);
    Expr passed = Series.difference(Series.DURATION, to, from, span);
    Expr mean = in.arithmetics.quotient(span, added, passed, s);
    Expr moved = new Expr.Compare(Type.FLAG, span, Comparison.ABOVE, to, from);
    return least(mean, between, Optional.of(moved), span);
  }

  /** The one value, which is there if there are both points. */
  private static Expr least(Expr mean, Between between, Optional<Expr> filter, Span span) {
    return new Expr.Aggregate(
        mean.type(),
        span,
        Expr.Aggregate.Kind.MIN,
        List.of(between.first().binder(), between.last().binder()),
        filter,
        mean,
        Optional.empty());
  }

  private static Expr later(Expr time, Expr start, Span span) {
    return new Expr.Apply(Type.INSTANT, span, Builtin.MAX, List.of(time, start));
  }

  private static Expr product(Expr value, Expr time, Span span) {
    Unit unit = Fitness.quantity(value).unit().times(Unit.TIME);
    Type type = new Type.Quantity(unit, Fitness.quantity(value).form(), false);
    return new Expr.Arithmetic(type, span, Operation.MULTIPLY, value, time);
  }
}
