package org.loadline.engine.code;

import java.util.List;
import java.util.Optional;

/** Does something for each element of a collection, in order, with the element in a slot. */
public sealed interface RowsOp extends StatementOp {
  int slot();

  StatementOp body();

  /**
   * Every row of an entity.
   *
   * @param endSlot where the number of rows is kept while the loop runs
   * @param countSlot where the array with the number of rows stands
   */
  record All(int slot, int endSlot, int countSlot, StatementOp body) implements RowsOp {
    @Override
    public List<StatementOp> operands() {
      return List.of(body);
    }
  }

  /**
   * The children of a row: consecutive rows, or listed ones.
   *
   * @param rowsSlot where the list of children stands; -1 if they are consecutive
   */
  record Children(int slot, StatementOp body, PlaceOp parent, int startsSlot, int rowsSlot)
      implements RowsOp {
    @Override
    public List<Op> operands() {
      return List.of(parent, body);
    }

    @Override
    public boolean mayFail() {
      return parent.mayBeNone() || RowsOp.super.mayFail();
    }
  }

  /** Every place from 0 on, so many. */
  record Counted(int slot, StatementOp body, int count) implements RowsOp {
    @Override
    public List<StatementOp> operands() {
      return List.of(body);
    }
  }

  /**
   * Whole numbers from one to another, by their places. Fails if they are not whole or too many.
   */
  record Numbers(int slot, StatementOp body, NumberOp from, NumberOp to) implements RowsOp {
    @Override
    public List<Op> operands() {
      return List.of(from, to, body);
    }

    @Override
    public boolean mayFail() {
      return true;
    }
  }

  /**
   * Where points of a series are: children of a row, consecutive or listed, or all rows.
   *
   * @param starts the slot of where children start, or without a parent of how many rows there are
   * @param rows the slot of the list of children; -1 if they are consecutive
   */
  record Points(Optional<PlaceOp> parent, int starts, int rows, int times) {}

  /** What bounds points; {@code before}: the end itself does not belong to it. */
  record Bounds(
      Optional<NumberOp> from, Optional<NumberOp> until, boolean before, Optional<NumberOp> last) {}

  /** Points of a series between two moments, found by halving: they stand in the order of time. */
  record Window(int slot, StatementOp body, Points points, Bounds bounds, boolean withoutFirst)
      implements RowsOp {
    @Override
    public List<Op> operands() {
      List<Op> all =
          Operands.present(points.parent(), bounds.from(), bounds.until(), bounds.last());
      return Operands.of(all, body);
    }

    @Override
    public boolean mayFail() {
      return true;
    }
  }

  /** The elements of an order, as it has them. */
  record Ranked(int slot, StatementOp body, SliceOp slice) implements RowsOp {
    @Override
    public List<Op> operands() {
      return List.of(slice, body);
    }
  }
}
