package org.loadline.engine.code;

import java.util.List;

/** Fills slots of the frame or cells of columns. */
public sealed interface StatementOp extends Op
    permits StatementOp.Basic, Fill, RowsOp, AccumulatorOp, LoopOp, OrderOp {
  /** A statement that is no loop and fills no column. */
  sealed interface Basic extends StatementOp {}

  /**
   * Puts a number into slots.
   *
   * @param keepsFailure or that it failed
   */
  record StoreNumber(NumberOp value, Slots slots, boolean keepsFailure) implements Basic {
    @Override
    public List<NumberOp> operands() {
      return List.of(value);
    }

    @Override
    public boolean mayFail() {
      return !keepsFailure && Basic.super.mayFail();
    }
  }

  /**
   * Puts a flag into a slot.
   *
   * @param markSlot where it is said whether there is a value; -1 if it can't fail
   * @param keepsFailure or that it failed
   */
  record StoreFlag(FlagOp value, int slot, int markSlot, boolean keepsFailure) implements Basic {
    /** One that keeps a failure if there is a slot for it. */
    public StoreFlag(FlagOp value, int slot, int markSlot) {
      this(value, slot, markSlot, markSlot >= 0);
    }

    @Override
    public List<FlagOp> operands() {
      return List.of(value);
    }

    @Override
    public boolean mayFail() {
      return !keepsFailure && Basic.super.mayFail();
    }
  }

  /** As {@link StoreFlag}, a place. */
  record StorePlace(PlaceOp value, int slot, int markSlot, boolean keepsFailure) implements Basic {
    /** One that keeps a failure if there is a slot for it. */
    public StorePlace(PlaceOp value, int slot, int markSlot) {
      this(value, slot, markSlot, markSlot >= 0);
    }

    @Override
    public List<PlaceOp> operands() {
      return List.of(value);
    }

    @Override
    public boolean mayFail() {
      return !keepsFailure && Basic.super.mayFail();
    }
  }

  /** A number goes from slots to others of the same width. */
  record CopyNumber(Slots from, Slots to) implements Basic {
    @Override
    public List<Op> operands() {
      return List.of();
    }
  }

  /** A flag or a place goes from one slot to another. */
  record CopySlot(int from, int to) implements Basic {
    @Override
    public List<Op> operands() {
      return List.of();
    }
  }

  /**
   * Forgets slots, so that nothing in them is carried from one row to the next.
   *
   * @param ints slots that hold ints: whatever meets in a slot must be of one kind
   */
  record Clear(List<Integer> ints, List<Integer> others) implements Basic {
    public Clear {
      ints = List.copyOf(ints);
      others = List.copyOf(others);
    }

    @Override
    public List<Op> operands() {
      return List.of();
    }
  }

  /** One statement after another. */
  record Block(List<StatementOp> operands) implements Basic {
    public Block {
      operands = List.copyOf(operands);
    }
  }

  /** A statement that is only carried out where a condition holds. */
  record Where(FlagOp filter, StatementOp body) implements Basic {
    @Override
    public List<Op> operands() {
      return List.of(filter, body);
    }
  }
}
