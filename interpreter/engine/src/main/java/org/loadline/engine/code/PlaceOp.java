package org.loadline.engine.code;

import java.util.List;

/** A row, a member, a text or an optional flag, by its place. */
public sealed interface PlaceOp extends Op permits PlaceOp.Basic, PlaceFound {
  /** Stands for {@code none}. */
  int NONE = -1;

  /** Whether it may be {@link #NONE}. */
  boolean mayBeNone();

  /** A place that is not looked for. */
  sealed interface Basic extends PlaceOp {}

  /** A place that is known. */
  record Constant(int value) implements Basic {
    @Override
    public List<Op> operands() {
      return List.of();
    }

    @Override
    public boolean mayBeNone() {
      return value < 0;
    }
  }

  /**
   * A place that stands in a slot.
   *
   * @param markSlot where a failure would stand; -1 if it can't fail
   */
  record Slot(int slot, int markSlot, boolean mayBeNone) implements Basic {
    @Override
    public List<Op> operands() {
      return List.of();
    }

    @Override
    public boolean mayFail() {
      return markSlot >= 0;
    }
  }

  /** The place in a cell; a missing row is the path's own failure. */
  record Cell(CellSlots cells, boolean mayBeNone, boolean own, PlaceOp row) implements Basic {
    @Override
    public List<PlaceOp> operands() {
      return List.of(row);
    }

    @Override
    public boolean mayFail() {
      return row.mayBeNone() || cells.marks() >= 0 || Basic.super.mayFail();
    }
  }

  /** A flag as a place: 0 or 1. */
  record OfFlag(FlagOp operand) implements Basic {
    @Override
    public List<FlagOp> operands() {
      return List.of(operand);
    }

    @Override
    public boolean mayBeNone() {
      return false;
    }
  }

  /** One of two places. */
  record If(FlagOp condition, PlaceOp yes, PlaceOp no) implements Basic {
    @Override
    public List<Op> operands() {
      return List.of(condition, yes, no);
    }

    @Override
    public boolean mayBeNone() {
      return yes.mayBeNone() || no.mayBeNone();
    }
  }

  /** A place, or another where the first fails by itself or is missing. */
  record Else(PlaceOp left, PlaceOp right) implements Basic {
    @Override
    public List<PlaceOp> operands() {
      return List.of(left, right);
    }

    @Override
    public boolean mayBeNone() {
      return right.mayBeNone();
    }
  }

  /** A place that is worked out from what is first put into slots. */
  record Let(List<StatementOp> stores, PlaceOp value) implements Basic {
    public Let {
      stores = List.copyOf(stores);
    }

    @Override
    public List<Op> operands() {
      return Operands.of(stores, value);
    }

    @Override
    public boolean mayBeNone() {
      return value.mayBeNone();
    }
  }

  /** Always fails. */
  record Fail(boolean own) implements Basic {
    @Override
    public List<Op> operands() {
      return List.of();
    }

    @Override
    public boolean mayBeNone() {
      return false;
    }

    @Override
    public boolean mayFail() {
      return true;
    }
  }
}
