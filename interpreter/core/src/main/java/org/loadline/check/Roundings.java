package org.loadline.check;

import java.util.Optional;
import org.loadline.core.Expr;
import org.loadline.core.StepSize;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.source.Span;
import org.loadline.syntax.Expression;
import org.loadline.syntax.Step;
import org.loadline.values.Exact;
import org.loadline.values.Rounding;

/** The rounding words and the square root, which stands directly under one. */
final class Roundings {
  private static final int LEAST_PLACES = -64;
  private static final int MOST_PLACES = 512;

  private final Checker in;

  Roundings(Checker in) {
    this.in = in;
  }

  Expr check(Expression.Rounding r, Scope s, Ask ask) {
    Expr operand =
        in.fitness.finite(
            in.formulas.check(r.operand(), s, ask.onTheWay().underRounding()), word(r.word()));
    if (Open.isBroken(operand)) {
      r.step().ifPresent(step -> step(step, operand, s));
      return operand;
    }
    Unit unit = Fitness.quantity(operand).unit();
    Optional<StepSize> step =
        r.step().isPresent() ? step(r.step().get(), operand, s) : whole(r, unit);
    if (step.isEmpty()) {
      return Open.broken(r.span());
    }
    return new Expr.Round(
        new Type.Quantity(unit, Type.Form.DECIMAL, false),
        r.span(),
        rounding(r.word()),
        step.get(),
        operand);
  }

  private Optional<StepSize> whole(Expression.Rounding r, Unit unit) {
    if (TypeText.plain(unit)) {
      return Optional.of(new StepSize.Whole());
    }
    in.complaints.say(
        TypeProblem.STEP_NEEDED,
        r.span(),
        "given",
        TypeText.of(new Type.Quantity(unit, Type.Form.DECIMAL, false)),
        "word",
        word(r.word()),
        "example",
        unit.equals(Unit.TIME) ? "1 second" : "6 places");
    return Optional.empty();
  }

  Optional<StepSize> step(Step step, Expr operand, Scope s) {
    return switch (step) {
      case Step.Of of -> multiple(of, operand, s);
      case Step.Places places -> places(places, s);
    };
  }

  private Optional<StepSize> multiple(Step.Of of, Expr operand, Scope s) {
    Expr size = in.fitness.finite(in.formulas.check(of.size(), s, Ask.PLAIN), "to");
    if (Open.isBroken(size) || Open.isBroken(operand)) {
      return Optional.empty();
    }
    Type.Quantity given = Fitness.quantity(size);
    Type.Quantity wanted = Fitness.quantity(operand);
    Optional<Unit> unit = in.fitness.same(given.unit(), wanted.unit(), s);
    if (size instanceof Expr.Constant constant
        && constant.value() instanceof Exact value
        && value.signum() <= 0) {
      in.complaints.say(TypeProblem.STEP_NOT_POSITIVE, of.span());
    } else if (unit.isEmpty()) {
      in.complaints.say(
          TypeProblem.STEP_UNIT,
          of.span(),
          "step",
          TypeText.of(given),
          "given",
          TypeText.of(wanted));
    } else if (given.form() != Type.Form.DECIMAL) {
      in.complaints.say(TypeProblem.STEP_FRACTION, of.span());
    } else {
      return Optional.of(new StepSize.MultipleOf(Retyping.inUnit(size, unit.get()), of.span()));
    }
    return Optional.empty();
  }

  private Optional<StepSize> places(Step.Places places, Scope s) {
    Expr count = in.fitness.plain(in.formulas.check(places.count(), s, Ask.PLAIN), "places");
    if (Open.isBroken(count)) {
      return Optional.empty();
    }
    boolean wrong =
        Fitness.quantity(count).form() != Type.Form.DECIMAL
            || (count instanceof Expr.Constant constant
                && constant.value() instanceof Exact value
                && !(value.isWhole()
                    && value.compareTo(Exact.of(LEAST_PLACES)) >= 0
                    && value.compareTo(Exact.of(MOST_PLACES)) <= 0));
    if (wrong) {
      in.complaints.say(TypeProblem.PLACES_WHOLE, places.span());
      return Optional.empty();
    }
    return Optional.of(new StepSize.Places(count, places.span()));
  }

  /** {@code sqrt(x)}: exact, so only under a rounding word. */
  Expr sqrt(Expression.Call call, Scope s, Ask ask) {
    if (call.arguments().size() != 1) {
      return in.complaints.sayWithHint(
          FormulaProblem.WRONG_ARGUMENT_COUNT,
          call.span(),
          "",
          "name",
          "sqrt",
          "expected",
          "1 argument",
          "given",
          call.arguments().size() + " stand");
    }
    Expr operand =
        in.fitness.finite(
            in.formulas.check(call.arguments().getFirst().value(), s, Ask.PLAIN), "sqrt");
    if (Open.isBroken(operand)) {
      return operand;
    }
    if (!ask.rounded()) {
      return in.complaints.say(TypeProblem.SQRT_UNROUNDED, call.span());
    }
    return root(Retyping.inUnit(operand, Unit.ONE), call.span());
  }

  private Expr root(Expr operand, Span span) {
    Type.Quantity q = Fitness.quantity(operand);
    return q.unit()
        .squareRoot()
        .map(
            unit ->
                (Expr) new Expr.SquareRoot(new Type.Quantity(unit, q.form(), false), span, operand))
        .orElseGet(
            () ->
                in.complaints.say(
                    TypeProblem.SQUARE_NEEDED, span, "unit", TypeText.unit(q.unit())));
  }

  private static Rounding rounding(Expression.Rounding.Word word) {
    return switch (word) {
      case FLOOR -> Rounding.FLOOR;
      case CEIL -> Rounding.CEIL;
      case TRUNCATE -> Rounding.TRUNCATE;
      case AWAY -> Rounding.AWAY;
      case ROUND_HALF_EVEN -> Rounding.HALF_EVEN;
      case ROUND_HALF_UP -> Rounding.HALF_UP;
    };
  }

  private static String word(Expression.Rounding.Word word) {
    return switch (word) {
      case FLOOR -> "floor";
      case CEIL -> "ceil";
      case TRUNCATE -> "truncate";
      case AWAY -> "away";
      case ROUND_HALF_EVEN, ROUND_HALF_UP -> "round";
    };
  }
}
