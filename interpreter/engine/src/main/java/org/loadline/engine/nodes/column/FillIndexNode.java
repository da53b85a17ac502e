package org.loadline.engine.nodes.column;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.code.CellSlots;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.IndexNode;
import org.loadline.engine.nodes.Mark;
import org.loadline.engine.nodes.StatementNode;

/** Fills the cell of a row with a place. */
public final class FillIndexNode extends StatementNode {
  @Child private IndexNode value;
  private final CellSlots cells;
  private final int rowSlot;
  private final boolean failing;

  public FillIndexNode(IndexNode value, CellSlots cells, int rowSlot, boolean failing) {
    this.value = value;
    this.cells = cells;
    this.rowSlot = rowSlot;
    this.failing = failing;
  }

  @Override
  public void execute(VirtualFrame frame) {
    int at = frame.getIntStatic(rowSlot);
    if (!failing) {
      Arrays.ints(frame, cells.places())[at] = value.execute(frame);
      return;
    }
    try {
      Arrays.ints(frame, cells.places())[at] = value.execute(frame);
    } catch (Failure failure) {
      fault(frame, at);
    }
  }

  private void fault(VirtualFrame frame, int at) {
    if (cells.marks() < 0) {
      // A narrower effort has proved that no row fails.
      throw CompilerDirectives.shouldNotReachHere();
    }
    Arrays.bytes(frame, cells.marks())[at] = Mark.FAULT;
  }
}
