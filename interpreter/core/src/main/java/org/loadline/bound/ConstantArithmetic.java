package org.loadline.bound;

import java.util.Optional;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Span;
import org.loadline.syntax.Expression.Operator;
import org.loadline.values.Exact;

/** Exact arithmetic of constants, with their units. */
final class ConstantArithmetic {
  private static final Exact SECONDS_A_DAY = Exact.of(86_400);

  private final DiagnosticSink sink;

  ConstantArithmetic(DiagnosticSink sink) {
    this.sink = sink;
  }

  Optional<Constant> negate(Constant operand, Span span) {
    return operand.isNumber()
        ? Optional.of(
            Constant.number(operand.exact().negate(), operand.unit(), operand.bare(), span))
        : noArithmetic(operand);
  }

  Optional<Constant> power(Constant base, int exponent, Span span) {
    return within(
        Constant.number(
            base.exact().power(exponent), base.unit().power(exponent), base.bare(), span));
  }

  Optional<Constant> apply(Operator operator, Constant left, Constant right, Span span) {
    if (isMoment(left) && right.isNumber() && right.unit().equals(Unit.TIME)) {
      return shifted(operator, left, right, span);
    }
    if (!left.isNumber()) {
      return noArithmetic(left);
    }
    if (!right.isNumber()) {
      return noArithmetic(right);
    }
    return switch (operator) {
      case MULTIPLY ->
          within(
              Constant.number(
                  left.exact().times(right.exact()),
                  left.unit().times(right.unit()),
                  left.bare() && right.bare(),
                  span));
      case DIVIDE -> quotient(left, right, span);
      case LESS -> less(left, right, span);
      default -> sum(operator, left, right, span);
    };
  }

  private static boolean isMoment(Constant constant) {
    return constant.type() instanceof Type.Date || constant.type() instanceof Type.Instant;
  }

  private Optional<Constant> shifted(Operator operator, Constant moment, Constant by, Span span) {
    if (operator != Operator.ADD && operator != Operator.SUBTRACT) {
      return noArithmetic(moment);
    }
    Exact seconds = operator == Operator.ADD ? by.exact() : by.exact().negate();
    boolean date = moment.type() instanceof Type.Date;
    Exact distance = date ? seconds.dividedBy(SECONDS_A_DAY) : seconds;
    return Optional.of(new Constant(moment.type(), moment.exact().plus(distance), false, span));
  }

  private Optional<Constant> quotient(Constant left, Constant right, Span span) {
    if (right.isZero()) {
      new Saying(sink, DeclarationProblem.DIVISION_BY_ZERO, span).send();
      return Optional.empty();
    }
    return within(
        Constant.number(
            left.exact().dividedBy(right.exact()),
            left.unit().dividedBy(right.unit()),
            left.bare() && right.bare(),
            span));
  }

  private Optional<Constant> less(Constant left, Constant right, Span span) {
    if (!right.unit().isOne()) {
      new Saying(sink, DeclarationProblem.LESS_OF_A_UNIT, right.span())
          .with("text", Excerpt.of(right.span()))
          .send();
      return Optional.empty();
    }
    Exact share = Exact.ONE.minus(right.exact());
    return within(Constant.number(left.exact().times(share), left.unit(), left.bare(), span));
  }

  private Optional<Constant> sum(Operator operator, Constant left, Constant right, Span span) {
    Optional<Unit> unit = commonUnit(left, right);
    if (unit.isEmpty()) {
      boolean percentage =
          right.unit().isOne() && right.span().text().endsWith("%") && !left.unit().isOne();
      String share = right.span().text();
      new Saying(sink, DeclarationProblem.UNITS_DIFFER, span)
          .with("left", TypeWords.of(left.type()))
          .with("right", TypeWords.of(right.type()))
          .hint(
              percentage
                  ? "Write `less " + share + "`, or multiply by what is left."
                  : DeclarationProblem.UNITS_DIFFER.hint())
          .send();
      return Optional.empty();
    }
    Exact value =
        operator == Operator.ADD
            ? left.exact().plus(right.exact())
            : left.exact().minus(right.exact());
    return within(Constant.number(value, unit.get(), left.bare() && right.bare(), span));
  }

  private static Optional<Unit> commonUnit(Constant left, Constant right) {
    if (left.unit().equals(right.unit()) || (right.bare() && right.isZero())) {
      return Optional.of(left.unit());
    }
    return left.bare() && left.isZero() ? Optional.of(right.unit()) : Optional.empty();
  }

  private Optional<Constant> noArithmetic(Constant operand) {
    new Saying(sink, DeclarationProblem.NO_ARITHMETIC, operand.span())
        .with("text", Excerpt.of(operand.span()))
        .with("kind", TypeWords.of(operand.type()))
        .send();
    return Optional.empty();
  }

  private Optional<Constant> within(Constant result) {
    if (!result.exact().exceedsLimit()) {
      return Optional.of(result);
    }
    new Saying(sink, DeclarationProblem.TOO_MANY_PLACES, result.span())
        .with("limit", Exact.MAX_PLACES)
        .send();
    return Optional.empty();
  }
}
