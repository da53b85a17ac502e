package org.loadline.engine.code;

import java.util.List;
import org.loadline.engine.plan.Interval;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Width;

/** A number that is one of several, or that is let through. */
public sealed interface NumberChoice extends NumberOp {
  /**
   * The lesser or the greater of two numbers of one scale.
   *
   * @param order the slots for the two; what is chosen ends up in {@code slots}
   */
  record Choose(
      NumberForm form, Slots slots, boolean greatest, Compared order, NumberOp left, NumberOp right)
      implements NumberChoice {
    @Override
    public List<NumberOp> operands() {
      return List.of(left, right);
    }

    @Override
    public boolean mayFail() {
      return order.mayFail() || NumberChoice.super.mayFail();
    }
  }

  /** One of two numbers of one scale. */
  record If(NumberForm form, Slots slots, FlagOp condition, NumberOp yes, NumberOp no)
      implements NumberChoice {
    @Override
    public List<Op> operands() {
      return List.of(condition, yes, no);
    }
  }

  /**
   * A number, or another one where the first fails by itself or is {@code none}.
   *
   * @param trial slots for the first, with a mark
   * @param slots slots for what comes out, of the same width
   */
  record Else(NumberForm form, Slots slots, Slots trial, NumberOp left, NumberOp right)
      implements NumberChoice {
    @Override
    public List<NumberOp> operands() {
      return List.of(left, right);
    }
  }

  /**
   * A number where only a number will do. The types make sure of it where the value is wanted;
   * where it is worked out ahead of the test that guards it, a missing one is a fault that nobody
   * reads.
   */
  record Present(NumberForm form, Slots slots, NumberOp operand) implements NumberChoice {
    @Override
    public List<NumberOp> operands() {
      return List.of(operand);
    }

    @Override
    public boolean mayFail() {
      return true;
    }
  }

  /**
   * A number that is worked out from what is first put into slots.
   *
   * @param slots where its value leaves divisor and mark
   */
  record Let(List<StatementOp> stores, NumberOp value, Slots slots) implements NumberChoice {
    public Let {
      stores = List.copyOf(stores);
    }

    /** A decimal. */
    public Let(List<StatementOp> stores, NumberOp value) {
      this(stores, value, Slots.none(Width.LONG));
    }

    @Override
    public NumberForm form() {
      return value.form();
    }

    @Override
    public List<Op> operands() {
      return Operands.of(stores, value);
    }
  }

  /** Always fails. */
  record Fail(boolean own) implements NumberChoice {
    private static final NumberForm FORM = NumberForm.decimal(Width.LONG, 0, Interval.ZERO);

    @Override
    public NumberForm form() {
      return FORM;
    }

    @Override
    public List<Op> operands() {
      return List.of();
    }

    @Override
    public boolean mayFail() {
      return true;
    }
  }
}
