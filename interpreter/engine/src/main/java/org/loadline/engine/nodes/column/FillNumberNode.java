package org.loadline.engine.nodes.column;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.load.FactColumn;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.Mark;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.nodes.NumberSlots;
import org.loadline.engine.nodes.StatementNode;
import org.loadline.engine.plan.Width;
import org.loadline.values.Exact;
import org.loadline.values.Int128;

/** Fills the cell of a row with a number. */
public final class FillNumberNode extends StatementNode {
  @Child private NumberNode value;
  private final NumberSlots slots;
  private final CellSlots cells;
  private final int rowSlot;
  private final boolean sameForm;
  private final boolean failing;
  private final boolean marked;

  /**
   * @param sameForm the number has the form that the column holds; otherwise it is converted
   */
  public FillNumberNode(
      NumberNode value, NumberSlots slots, CellSlots cells, int rowSlot, boolean sameForm) {
    this.value = value;
    this.slots = slots;
    this.cells = cells;
    this.rowSlot = rowSlot;
    this.sameForm = sameForm;
    this.failing = value.mayFail();
    this.marked = value.form().isMarked();
  }

  @Override
  public boolean mayFail() {
    return false;
  }

  @Override
  public void execute(VirtualFrame frame) {
    int at = frame.getIntStatic(rowSlot);
    if (!failing) {
      fill(frame, at);
      return;
    }
    try {
      fill(frame, at);
    } catch (Failure failure) {
      Arrays.bytes(frame, cells.marks())[at] = Mark.FAULT;
    }
  }

  private void fill(VirtualFrame frame, int at) {
    if (!sameForm || slots.width() == Width.EXACT) {
      Exact exact = value.executeExact(frame);
      put(frame.getObjectStatic(cells.whole()), at, exact, value.mark(frame));
      return;
    }
    value.into(frame, slots);
    if (slots.width() == Width.LONG) {
      Arrays.longs(frame, cells.low())[at] = slots.readLong(frame);
      if (slots.divisor() >= 0) {
        Arrays.longs(frame, cells.divisorLow())[at] = slots.divisorLong(frame);
      }
    } else {
      Int128 number = slots.readWide(frame);
      Arrays.longs(frame, cells.low())[at] = number.lo();
      Arrays.longs(frame, cells.high())[at] = number.hi();
      if (slots.divisor() >= 0) {
        Int128 divisor = slots.divisorWide(frame);
        Arrays.longs(frame, cells.divisorLow())[at] = divisor.lo();
        Arrays.longs(frame, cells.divisorHigh())[at] = divisor.hi();
      }
    }
    if (marked) {
      Arrays.bytes(frame, cells.marks())[at] = (byte) slots.readMark(frame);
    }
  }

  @TruffleBoundary
  private static void put(Object column, int at, Exact value, int mark) {
    FactColumn filled = (FactColumn) column;
    if (mark == Mark.PRESENT) {
      filled.put(at, value);
    } else {
      filled.mark(at, mark);
    }
  }
}
