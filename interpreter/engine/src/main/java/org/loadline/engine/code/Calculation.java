package org.loadline.engine.code;

import java.util.List;
import java.util.Optional;
import org.loadline.core.Builtin;
import org.loadline.engine.plan.Interval;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Width;
import org.loadline.values.Int256;

/** Arithmetic. {@code checked}: the width of the result is not proved to be enough. */
public sealed interface Calculation extends NumberOp {
  /** An operation on two decimals; of any size, its result may have too many digits. */
  sealed interface OfTwo extends Calculation {
    boolean checked();

    NumberOp left();

    NumberOp right();

    @Override
    default List<NumberOp> operands() {
      return List.of(left(), right());
    }

    @Override
    default boolean mayFail() {
      return form().isExact() || Calculation.super.mayFail();
    }

    @Override
    default boolean mayOverflow() {
      return checked() || Calculation.super.mayOverflow();
    }
  }

  /** The sum of two decimals of one scale. */
  record Add(NumberForm form, boolean checked, NumberOp left, NumberOp right) implements OfTwo {}

  /** The difference of two decimals of one scale. */
  record Subtract(NumberForm form, boolean checked, NumberOp left, NumberOp right)
      implements OfTwo {}

  /** The product of two decimals; its scale is the sum of theirs. */
  record Multiply(NumberForm form, boolean checked, NumberOp left, NumberOp right)
      implements OfTwo {
    /** A number of 128 bits, and one of 64 that it is multiplied by. */
    public record ByWord(NumberOp number, NumberOp factor) {}

    /** The factors, if one has 128 bits and the other 64. */
    public Optional<ByWord> byWord() {
      Width a = left.form().width();
      Width b = right.form().width();
      if (a == Width.WIDE && b == Width.LONG) {
        return Optional.of(new ByWord(left, right));
      }
      return b == Width.WIDE && a == Width.LONG
          ? Optional.of(new ByWord(right, left))
          : Optional.empty();
    }
  }

  /** What is left of one decimal after whole multiples of another of its scale. */
  record Remainder(NumberForm form, boolean own, NumberOp left, NumberOp right)
      implements Calculation {
    @Override
    public List<NumberOp> operands() {
      return List.of(left, right);
    }

    @Override
    public boolean mayFail() {
      return true;
    }
  }

  /** The exact quotient of two numbers of any size. */
  record DivideExact(boolean own, NumberOp left, NumberOp right) implements Calculation {
    @Override
    public NumberForm form() {
      return NumberForm.EXACT;
    }

    @Override
    public List<NumberOp> operands() {
      return List.of(left, right);
    }

    @Override
    public boolean mayFail() {
      return true;
    }
  }

  /** What a divisor of zero is. */
  enum Zero {
    /** Proved not to happen. */
    NEVER,
    FAULT,
    OWN_FAILURE
  }

  /**
   * A fraction whose two parts are worked out from operands that are first put into slots; the
   * divisor is made positive.
   */
  record Fraction(
      NumberForm form,
      Slots slots,
      List<StatementOp> stores,
      NumberOp number,
      NumberOp divisor,
      Zero zero,
      boolean maybeNegative)
      implements Calculation {
    public Fraction {
      stores = List.copyOf(stores);
    }

    @Override
    public List<Op> operands() {
      return Operands.of(stores, number, divisor);
    }

    @Override
    public boolean mayFail() {
      return zero != Zero.NEVER || Calculation.super.mayFail();
    }

    @Override
    public boolean mayOverflow() {
      return maybeNegative || Calculation.super.mayOverflow();
    }
  }

  /**
   * The opposite of a number, or its absolute value; a divisor stays.
   *
   * @param absolute the absolute value; otherwise the opposite
   */
  record Magnitude(
      NumberForm form, Slots slots, boolean absolute, boolean checked, NumberOp operand)
      implements Calculation {
    @Override
    public List<NumberOp> operands() {
      return List.of(operand);
    }

    @Override
    public boolean mayOverflow() {
      return checked || Calculation.super.mayOverflow();
    }
  }

  /** -1, 0 or 1. */
  record Sign(NumberForm form, NumberOp operand) implements Calculation {
    public Sign(NumberOp operand) {
      this(NumberForm.decimal(Width.LONG, 0, Interval.of(-1, 1)), operand);
    }

    @Override
    public List<NumberOp> operands() {
      return List.of(operand);
    }
  }

  /** A decimal times a power of ten: the same whole number at another scale. */
  record PowerOfTen(NumberForm form, NumberOp operand) implements Calculation {
    public PowerOfTen(int scale, NumberOp operand) {
      this(NumberForm.decimal(operand.form().width(), scale, operand.form().number()), operand);
    }

    @Override
    public List<NumberOp> operands() {
      return List.of(operand);
    }
  }

  /** The same number at a greater scale: times a power of ten. Mark and divisor stay. */
  record Rescale(NumberForm form, Slots slots, boolean checked, NumberOp operand, Int256 factor)
      implements Calculation {
    @Override
    public List<NumberOp> operands() {
      return List.of(operand);
    }

    @Override
    public boolean mayOverflow() {
      return checked || Calculation.super.mayOverflow();
    }
  }

  /** A function whose value is the 18-place decimal nearest to the true one. */
  record Function(Builtin builtin, boolean own, List<NumberOp> operands) implements Calculation {
    public Function {
      operands = List.copyOf(operands);
    }

    @Override
    public NumberForm form() {
      return NumberForm.EXACT;
    }

    @Override
    public boolean mayFail() {
      return true;
    }
  }
}
