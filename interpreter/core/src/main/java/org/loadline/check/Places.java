package org.loadline.check;

import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.loadline.core.Expr;
import org.loadline.core.ExprWalk;
import org.loadline.core.Fact;
import org.loadline.core.FactRef;
import org.loadline.core.StepSize;
import org.loadline.model.Field;
import org.loadline.model.StepRule;
import org.loadline.model.Table;
import org.loadline.values.Exact;
import org.loadline.values.Value;

/**
 * How many decimal places a formula can have, where literals, params, cells of written tables and
 * declared steps tell; nothing is known of the rest. A formula that has more than a number may have
 * is reported once, at the operation that goes beyond.
 */
final class Places {
  private final Checker in;
  private final Map<Expr, Optional<Long>> known = new IdentityHashMap<>();
  private final Map<FactRef, Optional<Long>> facts = new HashMap<>();

  Places(Checker in) {
    this.in = in;
  }

  /** Facts stand callee first. */
  void check(Fact fact) {
    fact.needs().ifPresent(this::of);
    facts.put(fact.ref(), of(fact.body()));
  }

  private Optional<Long> of(Expr expr) {
    Optional<Long> before = known.get(expr);
    if (before != null) {
      return before;
    }
    ExprWalk.parts(expr).forEach(this::of);
    Optional<Long> places = places(expr);
    if (places.filter(p -> p > Exact.MAX_PLACES).isPresent()) {
      in.complaints.say(
          TypeProblem.TOO_MANY_PLACES, expr.span(), "places", String.valueOf(places.get()));
      places = Optional.empty();
    }
    known.put(expr, places);
    return places;
  }

  private Optional<Long> places(Expr expr) {
    return switch (expr) {
      case Expr.Constant e -> ofValue(e.value());
      case Expr.ParamValue e ->
          ofValue(in.vocabulary.bound().params().get(e.param().index()).value());
      case Expr.SystemValue e -> ofStep(in.vocabulary.bound().system().get(e.input().index()));
      case Expr.FieldOf e -> ofField(e);
      case Expr.FactOf e -> facts.getOrDefault(e.fact(), Optional.empty());
      case Expr.Negate e -> of(e.operand());
      case Expr.AsNumber e -> of(e.operand());
      case Expr.Arithmetic e ->
          switch (e.operation()) {
            case ADD, SUBTRACT -> most(Stream.of(of(e.left()), of(e.right())));
            case MULTIPLY, LESS -> of(e.left()).flatMap(l -> of(e.right()).map(r -> l + r));
          };
      case Expr.WholePower e -> of(e.operand()).map(p -> p * e.exponent());
      case Expr.Round e ->
          switch (e.step()) {
            case StepSize.Whole whole -> Optional.of(0L);
            case StepSize.MultipleOf of -> of(of.step());
            case StepSize.Places places -> Optional.empty();
          };
      case Expr.Decision e ->
          most(
              Stream.concat(
                  e.arms().stream().map(arm -> of(arm.value())),
                  e.otherwise().stream().map(this::of)));
      case Expr.Else e -> most(Stream.of(of(e.left()), of(e.right())));
      case Expr.Aggregate e ->
          switch (e.kind()) {
            case SUM, MIN, MAX -> of(e.body());
            case COUNT -> Optional.of(0L);
            case ANY, ALL, MEAN, WEIGHTED_MEAN -> Optional.empty();
          };
      case Expr other -> Optional.empty();
    };
  }

  private Optional<Long> ofField(Expr.FieldOf e) {
    Field field = in.vocabulary.entity(e.entity()).fields().get(e.field());
    if (!in.vocabulary.entity(e.entity()).written()) {
      return ofStep(field);
    }
    return in.vocabulary.bound().tables().stream()
        .filter(t -> t.rows().equals(e.entity()))
        .findFirst()
        .flatMap(Places::ofCells);
  }

  /** The most that any number of a written table has. */
  private static Optional<Long> ofCells(Table table) {
    return most(
        table.written().stream()
            .flatMap(List::stream)
            .filter(Exact.class::isInstance)
            .map(Places::ofValue));
  }

  private static Optional<Long> ofStep(Field field) {
    if (field.wholeNumber()) {
      return Optional.of(0L);
    }
    return field.step().isPresent() && field.step().get() instanceof StepRule.Fixed(Exact step)
        ? ofValue(step)
        : Optional.empty();
  }

  private static Optional<Long> ofValue(Value value) {
    return value instanceof Exact number
        ? number.decimalPlaces().stream().mapToObj(p -> (long) p).findFirst()
        : Optional.empty();
  }

  /** The most of several, if all are known. */
  private static Optional<Long> most(Stream<Optional<Long>> places) {
    List<Optional<Long>> all = places.toList();
    return all.stream().allMatch(Optional::isPresent)
        ? all.stream().map(Optional::get).max(Comparator.naturalOrder())
        : Optional.empty();
  }
}
