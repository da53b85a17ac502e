package org.loadline.check;

import java.util.List;
import java.util.Optional;
import org.loadline.core.Expr;
import org.loadline.core.Expr.Aggregate.Kind;
import org.loadline.core.ExprWalk;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.source.Span;
import org.loadline.syntax.Expression;

/** What may be added, averaged and compared over rows, and what type comes out. */
final class AggregateTypes {
  private final Checker in;

  AggregateTypes(Checker in) {
    this.in = in;
  }

  Expr typed(
      Expression.Call call,
      Kind kind,
      List<Collections.Element> elements,
      Optional<Expr> filter,
      Expr body,
      Optional<Expr> weight,
      Scope outer) {
    String word = Quote.of(call.target().span());
    if (Open.isBroken(body)
        || filter.filter(Open::isBroken).isPresent()
        || weight.filter(Open::isBroken).isPresent()) {
      return Open.broken(call.span());
    }
    return switch (kind) {
      case COUNT -> made(call, Type.NUMBER, kind, elements, filter, body, Optional.empty());
      case ANY, ALL -> {
        Expr condition = in.fitness.condition(body);
        yield Open.isBroken(condition)
            ? condition
            : made(call, Type.FLAG, kind, elements, filter, condition, Optional.empty());
      }
      case MIN, MAX -> {
        Expr measure = measure(body, elements, word);
        yield Open.isBroken(measure)
            ? measure
            : made(call, measure.type(), kind, elements, filter, measure, Optional.empty());
      }
      case SUM, MEAN, WEIGHTED_MEAN -> added(call, kind, elements, filter, body, weight, word);
    };
  }

  private Expr added(
      Expression.Call call,
      Kind kind,
      List<Collections.Element> elements,
      Optional<Expr> filter,
      Expr body,
      Optional<Expr> weight,
      String word) {
    Expr value = addable(call, body, elements, word);
    Optional<Expr> by = weight.map(w -> addable(call, w, elements, word));
    if (Open.isBroken(value) || by.filter(Open::isBroken).isPresent()) {
      return Open.broken(call.span());
    }
    Type.Quantity q = Fitness.quantity(value);
    if (kind == Kind.SUM) {
      return made(call, q, kind, elements, filter, value, Optional.empty());
    }
    Type mean = new Type.Quantity(q.unit(), Type.Form.FRACTION, false);
    return made(
        call,
        mean,
        by.isPresent() ? Kind.WEIGHTED_MEAN : Kind.MEAN,
        elements,
        filter,
        value,
        by.map(b -> Retyping.inUnit(b, Unit.ONE)));
  }

  private static Expr made(
      Expression.Call call,
      Type type,
      Kind kind,
      List<Collections.Element> elements,
      Optional<Expr> filter,
      Expr body,
      Optional<Expr> weight) {
    return new Expr.Aggregate(
        type, call.span(), kind, Collections.binders(elements), filter, body, weight);
  }

  /** A value that rows are compared by: ordered, there, and in one unit for all of them. */
  Expr measure(Expr body, List<Collections.Element> elements, String word) {
    Expr value = in.fitness.present(body);
    boolean other = Fitness.isOrdered(value.type()) && !(value.type() instanceof Type.Quantity);
    if (Open.isBroken(value) || other) {
      return value;
    }
    Expr number = in.fitness.number(value, word);
    return Open.isBroken(number) ? number : staying(number, elements, word, "compare");
  }

  private Expr staying(Expr value, List<Collections.Element> elements, String word, String verb) {
    Unit unit = Fitness.quantity(value).unit();
    boolean leaves =
        elements.stream()
            .filter(e -> e.value().type() instanceof Type.RowOf)
            .anyMatch(e -> in.paths.mentions(unit, e.root()));
    return leaves
        ? in.complaints.say(
            TypeProblem.LEAVES_ITS_ROWS,
            value.span(),
            "name",
            word,
            "verb",
            verb,
            "unit",
            TypeText.unit(unit))
        : value;
  }

  private Expr addable(
      Expression.Call call, Expr body, List<Collections.Element> elements, String word) {
    Expr value = in.fitness.finite(body, word);
    if (Open.isBroken(value) || Open.isBroken(staying(value, elements, word, "put together"))) {
      return Open.broken(body.span());
    }
    return Fitness.quantity(value).form() == Type.Form.FRACTION
        ? in.complaints.say(
            TypeProblem.SUM_OF_FRACTIONS,
            value.span(),
            "name",
            word,
            "offer",
            offer(call, value, elements, word))
        : value;
  }

  private String offer(
      Expression.Call call, Expr value, List<Collections.Element> elements, String word) {
    if (value instanceof Expr.Divide divide
        && Fitness.quantity(divide.left()).form() != Type.Form.FRACTION
        && elements.stream().noneMatch(e -> ExprWalk.reads(divide.right(), e.binder().slot()))) {
      String rows = call.over().map(o -> " " + Quote.of(o.span())).orElse("");
      return "`"
          + text(divide.right().span())
          + "` is the same for all of them: write `"
          + word
          + "("
          + text(divide.left().span())
          + rows
          + ") / "
          + text(divide.right().span())
          + "`.";
    }
    return "Round each of them first, as in `"
        + word
        + "(floor(… to "
        + step(Fitness.quantity(value).unit())
        + "))`.";
  }

  /** A step that amounts of a unit can be rounded to. */
  private static String step(Unit unit) {
    boolean written =
        unit.factors().size() == 1
            && unit.factors().stream().allMatch(f -> f.exponent() == 1 && f.owner().isEmpty());
    return unit.equals(Unit.TIME) ? "1 second" : written ? "0.01 " + unit : "6 places";
  }

  private static String text(Span span) {
    return Quote.of(span);
  }
}
