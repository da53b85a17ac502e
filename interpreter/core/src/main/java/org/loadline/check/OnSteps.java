package org.loadline.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.core.Builtin;
import org.loadline.core.Expr;
import org.loadline.core.Fact;
import org.loadline.core.Place;
import org.loadline.core.StepSize;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.StepRule;
import org.loadline.model.Type;
import org.loadline.values.Exact;
import org.loadline.values.Unlimited;

/**
 * Whether an amount lies on the steps of an input whatever the data, as far as the text shows it.
 *
 * <p>Where steps are fixed, a formula has a grain: every value that it can have is a multiple of
 * it. Where each row has its own, an amount must come from the same row's steps, unmixed.
 */
final class OnSteps {
  private final Checker in;

  /** What is known of variables: what a slot holds. */
  private final Map<Integer, Expr> held;

  private final Map<Integer, Exact> grains;

  OnSteps(Checker in, Map<Integer, Expr> held, Map<Integer, Exact> grains) {
    this.in = in;
    this.held = held;
    this.grains = grains;
  }

  /** Whether every value of an amount lies on the steps of an input. */
  boolean lies(Expr amount, Inputs.Input input) {
    return switch (input.field().step().orElseThrow()) {
      case StepRule.Fixed fixed -> isMultiple(grain(amount), fixed.step());
      case StepRule.ByRow by ->
          key(by, input).filter(k -> isOf(amount, new RowStep(k, by.places()))).isPresent();
    };
  }

  /** Whether steps that are rounded to lie on those of an input. */
  boolean lies(StepSize step, Inputs.Input input) {
    return switch (input.field().step().orElseThrow()) {
      case StepRule.Fixed fixed -> isMultiple(grain(step), fixed.step());
      case StepRule.ByRow by ->
          key(by, input).filter(k -> isOf(step, new RowStep(k, by.places()))).isPresent();
    };
  }

  /** Whether every value of a formula is a multiple of a step. */
  boolean isMultiple(Expr expr, Exact step) {
    return isMultiple(grain(expr), step);
  }

  private static boolean isMultiple(Optional<Exact> grain, Exact step) {
    return grain.filter(g -> g.dividedBy(step).isWhole()).isPresent();
  }

  // ---- Fixed steps

  /** What every value is a multiple of; zero for what is always zero. */
  private Optional<Exact> grain(Expr expr) {
    return switch (expr) {
      case Expr.Constant e when e.value() instanceof Exact value -> Optional.of(value.abs());
      case Expr.Constant e when e.value() instanceof Unlimited -> Optional.of(Exact.ZERO);
      case Expr.FieldOf e -> grain(in.vocabulary.entity(e.entity()).fields().get(e.field()));
      case Expr.SystemValue e -> grain(in.vocabulary.bound().system().get(e.input().index()));
      case Expr.FactOf e -> ofFact(e);
      case Expr.Local e ->
          Optional.ofNullable(grains.get(e.slot()))
              .or(() -> Optional.ofNullable(held.get(e.slot())).flatMap(this::grain));
      case Expr.Negate e -> grain(e.operand());
      case Expr.AsNumber e -> grain(e.operand());
      case Expr.Arithmetic e ->
          switch (e.operation()) {
            case ADD, SUBTRACT -> common(List.of(e.left(), e.right()));
            case MULTIPLY -> product(grain(e.left()), grain(e.right()));
            case LESS -> product(grain(e.left()), grain(e.right()).flatMap(g -> gcd(g, Exact.ONE)));
          };
      case Expr.Divide e
          when e.right() instanceof Expr.Constant c && c.value() instanceof Exact v ->
          v.signum() == 0 ? Optional.empty() : grain(e.left()).map(g -> g.dividedBy(v.abs()));
      case Expr.WholePower e -> grain(e.operand()).map(g -> g.power(e.exponent()));
      case Expr.Apply e -> ofBuiltin(e);
      case Expr.Round e -> grain(e.step());
      case Expr.Place e -> Optional.of(Exact.ONE);
      case Expr.Decision e -> {
        List<Expr> values = new ArrayList<>();
        e.arms().forEach(arm -> values.add(arm.value()));
        e.otherwise().ifPresent(values::add);
        yield common(values);
      }
      case Expr.Else e -> common(List.of(e.left(), e.right()));
      case Expr.Aggregate e ->
          switch (e.kind()) {
            case COUNT -> Optional.of(Exact.ONE);
            case SUM, MIN, MAX -> grain(e.body());
            case ANY, ALL, MEAN, WEIGHTED_MEAN -> Optional.empty();
          };
      default -> Optional.empty();
    };
  }

  private Optional<Exact> grain(Field field) {
    return field.step().isPresent() && field.step().get() instanceof StepRule.Fixed fixed
        ? Optional.of(fixed.step())
        : field.wholeNumber() ? Optional.of(Exact.ONE) : Optional.empty();
  }

  Optional<Exact> grain(StepSize step) {
    return switch (step) {
      case StepSize.Whole whole -> Optional.of(Exact.ONE);
      case StepSize.MultipleOf of -> grain(of.step());
      case StepSize.Places places ->
          places.count() instanceof Expr.Constant c && c.value() instanceof Exact count
              ? Optional.of(Exact.ofFraction(1, 10).power(count.intValueExact()))
              : Optional.empty();
    };
  }

  private Optional<Exact> ofBuiltin(Expr.Apply e) {
    return switch (e.builtin()) {
      case SIGN -> Optional.of(Exact.ONE);
      case ABS, MIN, MAX, CLAMP, REMAINDER -> common(e.arguments());
      case EXP, LN, POWER, NORMAL_CDF -> Optional.empty();
    };
  }

  private Optional<Exact> ofFact(Expr.FactOf e) {
    if (!in.definitions.origin(e.fact()).order().isEmpty()) {
      // Facts of a ranked block may read themselves of earlier rows.
      return Optional.empty();
    }
    Fact fact = in.definitions.facts().get(e.fact().index());
    Map<Integer, Expr> arguments = new HashMap<>();
    Map<Integer, Exact> grainsInside = new HashMap<>();
    for (int i = 0; i < e.arguments().size(); i++) {
      int slot = fact.parameters().get(i).slot();
      grain(e.arguments().get(i)).ifPresent(g -> grainsInside.put(slot, g));
    }
    return new OnSteps(in, arguments, grainsInside).grain(fact.body());
  }

  private Optional<Exact> common(List<Expr> exprs) {
    Optional<Exact> all = Optional.of(Exact.ZERO);
    for (Expr expr : exprs) {
      Optional<Exact> one = grain(expr);
      all = all.flatMap(a -> one.flatMap(b -> gcd(a, b)));
    }
    return all;
  }

  private static Optional<Exact> product(Optional<Exact> a, Optional<Exact> b) {
    return a.flatMap(x -> b.map(x::times));
  }

  private static Optional<Exact> gcd(Exact a, Exact b) {
    BigInteger denominator = a.denominator().multiply(b.denominator());
    BigInteger numerator =
        a.numerator().multiply(b.denominator()).gcd(b.numerator().multiply(a.denominator()));
    return Optional.of(Exact.ofFraction(numerator, denominator));
  }

  // ---- A step for each row

  /** The formula that reads a row's step, by its key; or its number of places. */
  private record RowStep(String key, boolean places) {}

  private boolean isOf(Expr expr, RowStep step) {
    return switch (expr) {
      case Expr.Constant e ->
          e.value() instanceof Unlimited || e.value() instanceof Exact v && v.signum() == 0;
      case Expr.FieldOf e ->
          (!step.places() && PathKey.of(e).filter(step.key()::equals).isPresent())
              || stepOf(e).filter(step::equals).isPresent();
      case Expr.FactOf e -> isOfFact(e, step);
      case Expr.Local e ->
          Optional.ofNullable(held.get(e.slot())).filter(h -> isOf(h, step)).isPresent();
      case Expr.Negate e -> isOf(e.operand(), step);
      case Expr.Arithmetic e ->
          switch (e.operation()) {
            case ADD, SUBTRACT -> isOf(e.left(), step) && isOf(e.right(), step);
            case MULTIPLY ->
                (isOf(e.left(), step) && isMultiple(grain(e.right()), Exact.ONE))
                    || (isOf(e.right(), step) && isMultiple(grain(e.left()), Exact.ONE));
            case LESS -> false;
          };
      case Expr.Apply e
          when List.of(Builtin.ABS, Builtin.MIN, Builtin.MAX, Builtin.CLAMP)
              .contains(e.builtin()) ->
          e.arguments().stream().allMatch(a -> isOf(a, step));
      case Expr.Round e -> isOf(e.step(), step);
      case Expr.Decision e ->
          e.arms().stream().allMatch(a -> isOf(a.value(), step))
              && e.otherwise().filter(o -> !isOf(o, step)).isEmpty();
      case Expr.Else e -> isOf(e.left(), step) && isOf(e.right(), step);
      default -> false;
    };
  }

  private static boolean isOf(StepSize size, RowStep step) {
    return switch (size) {
      case StepSize.Whole whole -> false;
      case StepSize.MultipleOf of ->
          !step.places() && PathKey.of(of.step()).filter(step.key()::equals).isPresent();
      case StepSize.Places places ->
          step.places() && PathKey.of(places.count()).filter(step.key()::equals).isPresent();
    };
  }

  /** A fact of the row that the step begins in: there, the step begins in its own row. */
  private boolean isOfFact(Expr.FactOf e, RowStep step) {
    Optional<String> row = e.row().flatMap(PathKey::of);
    if (row.isEmpty() || !e.arguments().isEmpty() || !step.key().startsWith(row.get() + ".")) {
      return false;
    }
    Fact fact = in.definitions.facts().get(e.fact().index());
    String inside = "$0" + step.key().substring(row.get().length());
    return new OnSteps(in, Map.of(), Map.of())
        .isOf(fact.body(), new RowStep(inside, step.places()));
  }

  private Optional<RowStep> stepOf(Expr.FieldOf e) {
    Field field = in.vocabulary.entity(e.entity()).fields().get(e.field());
    return field.step().isPresent() && field.step().get() instanceof StepRule.ByRow by
        ? path(by, e.row(), e.entity()).flatMap(PathKey::of).map(k -> new RowStep(k, by.places()))
        : Optional.empty();
  }

  private Optional<String> key(StepRule.ByRow by, Inputs.Input input) {
    return input.place() instanceof Place.OfRow of
        ? path(by, of.row(), of.entity()).flatMap(PathKey::of)
        : Optional.empty();
  }

  /** The formula that reads the step of a row. */
  private Optional<Expr> path(StepRule.ByRow by, Expr row, EntityRef entity) {
    Expr at = row;
    EntityRef of = entity;
    for (int index : by.fields()) {
      Entity here = in.vocabulary.entity(of);
      Field field = here.fields().get(index);
      at = new Expr.FieldOf(field.type(), row.span(), at, of, index, List.of());
      if (field.type().present() instanceof Type.RowOf next) {
        of = next.entity();
      }
    }
    return Optional.of(at);
  }
}
