package org.loadline.engine.code;

import java.util.List;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Width;
import org.loadline.values.Int128;
import org.loadline.values.Rounding;
import org.loadline.values.WordDivisor;

/** A number that is brought to a scale, a width or a step. */
public sealed interface Rounded extends NumberOp {
  /**
   * The whole number that a way of rounding picks for a quotient.
   *
   * @param form wide enough for the quotient, which may need fewer bits than what is divided
   * @param divisor above zero
   */
  record Quotient(NumberForm form, Rounding rounding, NumberOp number, NumberOp divisor)
      implements Rounded {
    @Override
    public List<NumberOp> operands() {
      return List.of(number, divisor);
    }

    @Override
    public boolean mayFail() {
      return form.isExact() || Rounded.super.mayFail();
    }

    @Override
    public boolean mayOverflow() {
      return true;
    }
  }

  /** As {@link Quotient}, of a number of more than 64 bits by a constant above zero. */
  record ByKnown(NumberForm form, Rounding rounding, NumberOp number, Int128 divisor)
      implements Rounded {
    @Override
    public List<NumberOp> operands() {
      return List.of(number);
    }
  }

  /**
   * As {@link Quotient}, by a step of 64 bits times a power of ten: by the power first, which is
   * known, and then by the step.
   *
   * @param step above zero
   * @param words how many words the number divided by the power may have, with a bit to spare
   */
  record ByStep(
      NumberForm form,
      Rounding rounding,
      NumberOp number,
      NumberOp step,
      WordDivisor power,
      int words)
      implements Rounded {
    @Override
    public List<NumberOp> operands() {
      return List.of(number, step);
    }
  }

  /**
   * The whole number that a way of rounding picks for the square root of a quotient.
   *
   * @param own an {@code else} answers for a radicand below zero
   * @param divisor above zero
   */
  record Root(NumberForm form, Rounding rounding, boolean own, NumberOp number, NumberOp divisor)
      implements Rounded {
    @Override
    public List<NumberOp> operands() {
      return List.of(number, divisor);
    }

    @Override
    public boolean mayFail() {
      return true;
    }
  }

  /**
   * A number of any size, or its square root, rounded once to a step or to places.
   *
   * @param places the step is a number of decimal places
   * @param root the square root of the operand is rounded
   * @param own an {@code else} answers for a radicand below zero
   */
  record Exactly(
      Rounding rounding, boolean places, boolean root, boolean own, NumberOp operand, NumberOp step)
      implements Rounded {
    @Override
    public NumberForm form() {
      return NumberForm.EXACT;
    }

    @Override
    public List<NumberOp> operands() {
      return List.of(operand, step);
    }

    @Override
    public boolean mayFail() {
      return true;
    }
  }

  /** A number of any size that is known to lie on a scale, as a decimal of that scale. */
  record FromExact(NumberForm form, NumberOp operand) implements Rounded {
    @Override
    public List<NumberOp> operands() {
      return List.of(operand);
    }

    @Override
    public boolean mayOverflow() {
      return true;
    }
  }

  /**
   * A decimal in fewer bits; one that does not fit is worked out again, wider.
   *
   * @param form narrower than the operand's, at its scale
   */
  record Fitted(NumberForm form, Slots slots, NumberOp operand) implements Rounded {
    @Override
    public List<NumberOp> operands() {
      return List.of(operand);
    }

    @Override
    public boolean mayOverflow() {
      return true;
    }
  }

  /**
   * A decimal of 256 bits as one of 128; if it does not fit, the end of these that is nearest. For
   * comparisons with numbers that no end is one of.
   */
  record Narrowed(NumberForm form, NumberOp operand) implements Rounded {
    public Narrowed(NumberOp operand) {
      this(
          NumberForm.decimal(
              Width.WIDE,
              operand.form().scale(),
              operand.form().number().within(Width.WIDE.range())),
          operand);
    }

    @Override
    public List<NumberOp> operands() {
      return List.of(operand);
    }
  }

  /** A step to round to: a decimal that must be above zero. */
  record Positive(NumberOp operand) implements Rounded {
    @Override
    public NumberForm form() {
      return operand.form();
    }

    @Override
    public List<NumberOp> operands() {
      return List.of(operand);
    }

    @Override
    public boolean mayFail() {
      return true;
    }
  }
}
