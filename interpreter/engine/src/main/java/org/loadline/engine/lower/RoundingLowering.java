package org.loadline.engine.lower;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.nodes.StatementNode;
import org.loadline.engine.nodes.number.DivideRoundedNode;
import org.loadline.engine.nodes.number.FromExactNode;
import org.loadline.engine.nodes.number.LetNode;
import org.loadline.engine.nodes.number.PositiveNode;
import org.loadline.engine.nodes.number.RoundExactNode;
import org.loadline.engine.plan.Effort;
import org.loadline.engine.plan.Interval;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Width;
import org.loadline.values.Exact;
import org.loadline.values.Rounding;

/**
 * Makes the nodes of rounding words. Rounding n/d to a step t is one division, of n by d · t, and
 * one product with t; both with the scales worked in.
 */
final class RoundingLowering {
  private static final int FEWEST_PLACES = -64;

  private final Arithmetic arithmetic;

  RoundingLowering(Arithmetic arithmetic) {
    this.arithmetic = arithmetic;
  }

  /**
   * A number rounded to a step.
   *
   * @param known the step if it is a constant
   */
  NumberNode round(
      Rounding rounding, boolean places, NumberNode step, Optional<Exact> known, NumberNode of) {
    Optional<Exact> size = size(places, known);
    NumberNode operand = arithmetic.plain(of);
    NumberNode by = arithmetic.plain(step);
    boolean held = !places || size.isPresent();
    boolean wide = arithmetic.effort() != Effort.EXACT && !operand.form().isExact() && held;
    if (wide) {
      Optional<NumberNode> rounded =
          size.isPresent()
              ? toConstant(rounding, size.get(), operand)
              : toStep(rounding, by, operand);
      if (rounded.isPresent()) {
        return rounded.get();
      }
    }
    arithmetic.notes().way(Note.Way.EXACT);
    NumberNode exact = new RoundExactNode(rounding, places, false, false, operand, by);
    return onScale(exact, size);
  }

  /** A square root rounded to a step. */
  NumberNode root(
      Rounding rounding,
      boolean places,
      NumberNode step,
      Optional<Exact> known,
      NumberNode radicand,
      boolean own) {
    arithmetic.notes().way(Note.Way.EXACT);
    NumberNode exact =
        new RoundExactNode(
            rounding, places, true, own, arithmetic.plain(radicand), arithmetic.plain(step));
    return onScale(exact, size(places, known));
  }

  /** A number that lies on a known scale goes on as a decimal. */
  NumberNode onScale(NumberNode exact, Optional<Exact> step) {
    OptionalInt scale = step.map(Exact::decimalPlaces).orElse(OptionalInt.empty());
    if (arithmetic.effort() == Effort.EXACT || scale.isEmpty()) {
      return exact;
    }
    Width width = arithmetic.effort() == Effort.NARROW ? Width.LONG : Width.WIDE;
    BigInteger end = BigInteger.ONE.shiftLeft(width == Width.LONG ? 63 : 127);
    Interval range = new Interval(end.negate(), end.subtract(BigInteger.ONE));
    arithmetic.notes().way(Note.Way.FROM_EXACT);
    return new FromExactNode(NumberForm.decimal(width, scale.getAsInt(), range), exact);
  }

  private static Optional<Exact> size(boolean places, Optional<Exact> known) {
    if (!places) {
      return known.filter(s -> s.signum() > 0 && s.decimalPlaces().isPresent());
    }
    return known
        .filter(Exact::isWhole)
        .filter(p -> p.compareTo(Exact.of(FEWEST_PLACES)) >= 0)
        .filter(p -> p.compareTo(Exact.of(Exact.MAX_PLACES)) <= 0)
        .map(p -> Exact.ofUnscaled(BigInteger.ONE, p.intValueExact()));
  }

  private Optional<NumberNode> toConstant(Rounding rounding, Exact size, NumberNode operand) {
    NumberNode divisor = arithmetic.constant(size);
    NumberNode factor = arithmetic.constant(size);
    if (!operand.form().isFraction()) {
      return quotient(rounding, operand, divisor, factor);
    }
    Arithmetic.Parts parts = arithmetic.parts(operand);
    return quotient(rounding, parts.number(), arithmetic.multiply(divisor, parts.divisor()), factor)
        .map(r -> new LetNode(new StatementNode[] {parts.store()}, r));
  }

  /** The operand comes first, then the step: the first of them that fails says how. */
  private Optional<NumberNode> toStep(Rounding rounding, NumberNode step, NumberNode operand) {
    if (step.form().isExact() || step.form().isFraction()) {
      return Optional.empty();
    }
    Arithmetic.Parts parts = arithmetic.parts(operand);
    Arithmetic.Parts size = arithmetic.parts(new PositiveNode(step));
    return quotient(
            rounding,
            parts.number(),
            arithmetic.multiply(size.number(), parts.divisor()),
            size.number())
        .map(r -> new LetNode(new StatementNode[] {parts.store(), size.store()}, r));
  }

  /** A number in whole steps, times the step. */
  private Optional<NumberNode> quotient(
      Rounding rounding, NumberNode number, NumberNode divisor, NumberNode step) {
    Arithmetic.Agreed agreed = arithmetic.agree(List.of(number, divisor));
    if (agreed.exact()) {
      return Optional.empty();
    }
    arithmetic.notes().way(Note.Way.ROUNDED_DIVISION);
    NumberNode result = arithmetic.multiply(divided(rounding, agreed), step);
    return result.form().isExact() ? Optional.empty() : Optional.of(result);
  }

  private static NumberNode divided(Rounding rounding, Arithmetic.Agreed agreed) {
    NumberNode number = agreed.nodes().get(0);
    NumberNode divisor = agreed.nodes().get(1);
    Interval above = number.form().number();
    BigInteger least = divisor.form().number().least().max(BigInteger.ONE);
    Interval range =
        new Interval(
            above.least().signum() < 0
                ? above.least().divide(least).subtract(BigInteger.ONE)
                : BigInteger.ZERO,
            above.most().signum() > 0
                ? above.most().divide(least).add(BigInteger.ONE)
                : BigInteger.ZERO);
    return new DivideRoundedNode(
        NumberForm.decimal(agreed.width(), 0, range), rounding, number, divisor);
  }
}
