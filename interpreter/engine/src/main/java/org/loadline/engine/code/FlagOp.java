package org.loadline.engine.code;

import java.util.List;
import org.loadline.core.Expr.Compare.Comparison;

/** Whether something is so. */
public sealed interface FlagOp extends Op {
  /** True or false. */
  record Constant(boolean value) implements FlagOp {
    @Override
    public List<Op> operands() {
      return List.of();
    }
  }

  /**
   * A flag that stands in a slot.
   *
   * @param markSlot where a failure would stand; -1 if it can't fail
   */
  record Slot(int slot, int markSlot) implements FlagOp {
    @Override
    public List<Op> operands() {
      return List.of();
    }

    @Override
    public boolean mayFail() {
      return markSlot >= 0;
    }
  }

  /** The flag that a value of a scan stood at. */
  record AtElement(StoodOp stood) implements FlagOp {
    @Override
    public List<StoodOp> operands() {
      return List.of(stood);
    }
  }

  /** An optional flag where only a flag will do. */
  record OfPlace(PlaceOp operand) implements FlagOp {
    @Override
    public List<PlaceOp> operands() {
      return List.of(operand);
    }

    @Override
    public boolean mayFail() {
      return operand.mayBeNone() || FlagOp.super.mayFail();
    }
  }

  /** Compares two numbers of one scale, fractions by cross product. */
  record CompareNumbers(Comparison comparison, Compared order, NumberOp left, NumberOp right)
      implements FlagOp {
    @Override
    public List<NumberOp> operands() {
      return List.of(left, right);
    }

    @Override
    public boolean mayFail() {
      return order.mayFail() || FlagOp.super.mayFail();
    }
  }

  /** Compares places in an order. */
  record ComparePlaces(Comparison comparison, PlaceOp left, PlaceOp right) implements FlagOp {
    @Override
    public List<PlaceOp> operands() {
      return List.of(left, right);
    }

    @Override
    public boolean mayFail() {
      return left.mayBeNone() || right.mayBeNone() || FlagOp.super.mayFail();
    }
  }

  /** Whether two places are one; a missing one is the same as none. */
  record Same(PlaceOp left, PlaceOp right) implements FlagOp {
    @Override
    public List<PlaceOp> operands() {
      return List.of(left, right);
    }
  }

  /** Whether a place is missing. */
  record IsNone(PlaceOp operand) implements FlagOp {
    @Override
    public List<PlaceOp> operands() {
      return List.of(operand);
    }
  }

  /**
   * Whether there is {@code none}, or else {@code unlimited}, instead of a number.
   *
   * @param slots where it is put first
   */
  record IsMissing(StatementOp operand, Slots slots, boolean none) implements FlagOp {
    @Override
    public List<StatementOp> operands() {
      return List.of(operand);
    }
  }

  /** Both; the second only if the first holds. */
  record And(FlagOp left, FlagOp right) implements FlagOp {
    @Override
    public List<FlagOp> operands() {
      return List.of(left, right);
    }
  }

  /** Both; the second is worked out whatever the first is. */
  record Both(FlagOp left, FlagOp right) implements FlagOp {
    @Override
    public List<FlagOp> operands() {
      return List.of(left, right);
    }
  }

  /** Either; the second only if the first does not hold. */
  record Or(FlagOp left, FlagOp right) implements FlagOp {
    @Override
    public List<FlagOp> operands() {
      return List.of(left, right);
    }
  }

  /** The opposite. */
  record Not(FlagOp operand) implements FlagOp {
    @Override
    public List<FlagOp> operands() {
      return List.of(operand);
    }
  }

  /** One of two truth values. */
  record If(FlagOp condition, FlagOp yes, FlagOp no) implements FlagOp {
    @Override
    public List<FlagOp> operands() {
      return List.of(condition, yes, no);
    }
  }

  /** False only if a condition is known not to hold. */
  record Undecided(FlagOp condition) implements FlagOp {
    @Override
    public List<FlagOp> operands() {
      return List.of(condition);
    }

    @Override
    public boolean mayFail() {
      return false;
    }
  }

  /** Always fails. */
  record Fail(boolean own) implements FlagOp {
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
