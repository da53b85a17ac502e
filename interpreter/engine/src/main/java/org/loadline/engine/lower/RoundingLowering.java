package org.loadline.engine.lower;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.loadline.engine.code.Calculation;
import org.loadline.engine.code.NumberChoice;
import org.loadline.engine.code.NumberOp;
import org.loadline.engine.code.NumberRead;
import org.loadline.engine.code.Rounded;
import org.loadline.engine.code.StatementOp;
import org.loadline.engine.plan.Effort;
import org.loadline.engine.plan.Interval;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Width;
import org.loadline.values.Exact;
import org.loadline.values.Int128;
import org.loadline.values.Rounding;
import org.loadline.values.WordDivisor;

/**
 * Makes the operations of rounding words. Rounding n/d to a step t is one division, of n by d · t,
 * and one product with t; both with the scales worked in.
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
  NumberOp round(
      Rounding rounding, boolean places, NumberOp step, Optional<Exact> known, NumberOp of) {
    Optional<Exact> size = size(places, known);
    NumberOp operand = arithmetic.plain(of);
    NumberOp by = arithmetic.plain(step);
    boolean held = !places || size.isPresent();
    boolean wide = arithmetic.effort() != Effort.EXACT && !operand.form().isExact() && held;
    if (wide) {
      Optional<NumberOp> rounded =
          size.isPresent()
              ? toConstant(rounding, size.get(), operand)
              : toStep(rounding, by, operand);
      if (rounded.isPresent()) {
        arithmetic.notes().way(Note.Way.ROUNDED_DIVISION);
        return rounded.get();
      }
    }
    arithmetic.notes().way(Note.Way.EXACT);
    NumberOp exact = new Rounded.Exactly(rounding, places, false, false, operand, by);
    return onScale(exact, size);
  }

  /** A square root rounded to a step. */
  NumberOp root(
      Rounding rounding,
      boolean places,
      NumberOp step,
      Optional<Exact> known,
      NumberOp radicand,
      boolean own) {
    Optional<Exact> size = size(places, known);
    NumberOp operand = arithmetic.plain(radicand);
    boolean wide = arithmetic.effort() != Effort.EXACT && !operand.form().isExact();
    if (wide && size.isPresent()) {
      Optional<NumberOp> root = rootToConstant(rounding, size.get(), operand, own);
      if (root.isPresent()) {
        arithmetic.notes().way(Note.Way.WHOLE_ROOT);
        return root.get();
      }
    }
    arithmetic.notes().way(Note.Way.EXACT);
    NumberOp exact =
        new Rounded.Exactly(rounding, places, true, own, operand, arithmetic.plain(step));
    return onScale(exact, size);
  }

  private NumberOp onScale(NumberOp exact, Optional<Exact> step) {
    // Nothing is known of its size.
    return onScale(exact, step, arithmetic.effort().widestRange());
  }

  /**
   * A number that lies on a known scale goes on as a decimal.
   *
   * @param range where it lies, at that scale; what lies elsewhere is worked out again, wider
   */
  NumberOp onScale(NumberOp exact, Optional<Exact> step, Interval range) {
    OptionalInt scale = step.map(Exact::decimalPlaces).orElse(OptionalInt.empty());
    if (arithmetic.effort() == Effort.EXACT || scale.isEmpty()) {
      return exact;
    }
    arithmetic.notes().way(Note.Way.FROM_EXACT);
    Effort.Fit fit = arithmetic.fit(range, Width.LONG);
    return new Rounded.FromExact(
        NumberForm.decimal(fit.width(), scale.getAsInt(), fit.range()), exact);
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

  /** What must be divided by what for a constant step, as whole numbers. */
  private record Whole(
      List<StatementOp> stores, NumberOp number, NumberOp divisor, Exact step, int scale) {}

  /**
   * Brings n / d to whole steps {@code c · 10^-scale} with one power of ten on one side.
   *
   * @param power how often the step divides: twice under a root
   */
  private Optional<Whole> whole(NumberOp operand, Exact size, int power) {
    int scale = size.decimalPlaces().orElseThrow();
    BigInteger unscaled = size.times(Exact.ofUnscaled(BigInteger.ONE, -scale)).numerator();
    while (unscaled.mod(BigInteger.TEN).signum() == 0) {
      unscaled = unscaled.divide(BigInteger.TEN);
      scale--;
    }
    List<StatementOp> stores = List.of();
    NumberOp number = operand;
    NumberOp divisor = arithmetic.constant(Exact.ONE);
    if (operand.form().isFraction()) {
      Arithmetic.Parts parts = arithmetic.parts(operand);
      stores = List.of(parts.store());
      number = parts.number();
      divisor = parts.divisor();
    }
    int more = power * scale - number.form().scale();
    BigInteger below = unscaled.pow(power);
    if (more > 0) {
      Optional<NumberOp> rescaled = arithmetic.rescale(number, number.form().scale() + more);
      if (rescaled.isEmpty()) {
        return Optional.empty();
      }
      number = rescaled.get();
    } else {
      below = below.multiply(BigInteger.TEN.pow(-more));
    }
    // What a fraction's divisor is known to be has been made sure of by the time it is read.
    Interval by = divisor.form().number();
    divisor =
        by.isPoint()
            ? arithmetic.constant(Exact.of(by.least().multiply(below)))
            : arithmetic.multiply(divisor, arithmetic.constant(Exact.of(below)));
    if (number.form().isExact() || divisor.form().isExact()) {
      return Optional.empty();
    }
    return Optional.of(new Whole(stores, number, divisor, Exact.of(unscaled), scale));
  }

  private Optional<NumberOp> toConstant(Rounding rounding, Exact size, NumberOp operand) {
    return whole(operand, size, 1)
        .flatMap(w -> inSteps(w, rounded(rounding, w.number(), w.divisor(), w.scale())));
  }

  private Optional<NumberOp> rootToConstant(
      Rounding rounding, Exact size, NumberOp operand, boolean own) {
    return whole(operand, size, 2)
        .flatMap(
            w -> {
              Interval radicand =
                  w.number().form().number().dividedBy(w.divisor().form().number(), Rounding.FLOOR);
              Interval range = radicand.root();
              NumberForm form = NumberForm.decimal(Width.of(range), w.scale(), range);
              return inSteps(w, new Rounded.Root(form, rounding, own, w.number(), w.divisor()));
            });
  }

  /**
   * The greatest number of so many places that is not above a plain one: it lies on the same side
   * of every such number.
   */
  Optional<NumberOp> floored(NumberOp operand, int scale) {
    return toConstant(Rounding.FLOOR, Exact.ofUnscaled(BigInteger.ONE, scale), operand)
        .filter(n -> n.form().scale() <= scale)
        .flatMap(n -> arithmetic.rescale(n, scale));
  }

  /** A whole number of steps as a decimal. */
  private Optional<NumberOp> inSteps(Whole whole, NumberOp count) {
    NumberOp result = arithmetic.multiply(count, arithmetic.constant(whole.step()));
    if (result.form().isExact()) {
      return Optional.empty();
    }
    return Optional.of(
        whole.stores().isEmpty() ? result : new NumberChoice.Let(whole.stores(), result));
  }

  /** The operand comes first, then the step: the first of them that fails says how. */
  private Optional<NumberOp> toStep(Rounding rounding, NumberOp step, NumberOp operand) {
    if (step.form().isExact() || step.form().isFraction()) {
      return Optional.empty();
    }
    Arithmetic.Parts parts = arithmetic.parts(operand);
    Arithmetic.Parts size = arithmetic.parts(new Rounded.Positive(step));
    return quotient(
            rounding,
            parts.number(),
            arithmetic.multiply(size.number(), parts.divisor()),
            size.number(),
            operand.form().isFraction())
        .map(r -> new NumberChoice.Let(List.of(parts.store(), size.store()), r));
  }

  /** A number in whole steps, times the step: less than a step away from the number. */
  private Optional<NumberOp> quotient(
      Rounding rounding, NumberOp number, NumberOp divisor, NumberOp step, boolean fraction) {
    Optional<NumberOp> steps =
        fraction ? Optional.empty() : byPowerThenStep(rounding, number, step);
    if (steps.isPresent()) {
      NumberOp result = arithmetic.multiple(steps.get(), step, number);
      return result.form().isExact() ? Optional.empty() : Optional.of(result);
    }
    Arithmetic.Agreed agreed = arithmetic.agree(List.of(number, divisor));
    if (agreed.exact()) {
      return Optional.empty();
    }
    NumberOp count = rounded(rounding, agreed.numbers().get(0), agreed.numbers().get(1), 0);
    NumberOp result =
        fraction ? arithmetic.multiply(count, step) : arithmetic.multiple(count, step, number);
    return result.form().isExact() ? Optional.empty() : Optional.of(result);
  }

  /**
   * How many steps of 64 bits a number of more is that has more places: divided by a power of ten
   * and then by the step, whose product would need more bits.
   */
  private static Optional<NumberOp> byPowerThenStep(
      Rounding rounding, NumberOp number, NumberOp step) {
    int places = number.form().scale() - step.form().scale();
    if (number.form().isExact()
        || number.form().width() == Width.LONG
        || step.form().width() != Width.LONG
        || places <= 0) {
      return Optional.empty();
    }
    BigInteger power = BigInteger.TEN.pow(places);
    Interval by = step.form().number().times(Interval.of(power));
    Optional<WordDivisor> divisor = WordDivisor.of(power);
    if (divisor.isEmpty() || Width.of(by) == Width.LONG) {
      return Optional.empty();
    }
    Interval range = number.form().number().dividedBy(by, rounding);
    Interval cut =
        Interval.of(number.form().number().abs().most().divide(power))
            .plus(step.form().number())
            .times(Interval.of(BigInteger.TWO));
    NumberForm form = NumberForm.decimal(Width.of(range), 0, range);
    return Optional.of(
        new Rounded.ByStep(form, rounding, number, step, divisor.get(), Width.of(cut).words()));
  }

  /** A quotient of whole numbers as a whole number, times ten to the power of {@code -scale}. */
  static NumberOp rounded(Rounding rounding, NumberOp number, NumberOp divisor, int scale) {
    Interval by = divisor.form().number();
    Interval range = number.form().number().dividedBy(by, rounding);
    NumberForm form = NumberForm.decimal(Width.of(range), scale, range);
    boolean known =
        divisor instanceof NumberRead.Constant
            && by.least().signum() > 0
            && Int128.fits(by.least());
    if (known && by.equals(Interval.ONE)) {
      return new Calculation.PowerOfTen(scale, number);
    }
    return known && number.form().width() != Width.LONG
        ? new Rounded.ByKnown(form, rounding, number, Int128.of(by.least()))
        : new Rounded.Quotient(form, rounding, number, divisor);
  }
}
