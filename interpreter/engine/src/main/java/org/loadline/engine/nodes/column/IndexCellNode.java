package org.loadline.engine.nodes.column;

import static org.loadline.engine.nodes.Odds.rare;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.code.CellSlots;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.IndexNode;
import org.loadline.engine.nodes.Mark;

/** The place in a cell. A missing row is the path's own failure. */
public final class IndexCellNode extends IndexNode {
  @Child private IndexNode row;
  private final CellSlots cells;
  private final boolean checksRow;
  private final boolean own;

  public IndexCellNode(CellSlots cells, boolean checksRow, boolean own, IndexNode row) {
    this.cells = cells;
    this.own = own;
    this.row = row;
    this.checksRow = checksRow;
  }

  @Override
  public int execute(VirtualFrame frame) {
    int at = row.execute(frame);
    if (checksRow && rare(at < 0)) {
      throw Failure.of(own);
    }
    if (cells.marks() >= 0 && rare(Arrays.bytes(frame, cells.marks())[at] == Mark.FAULT)) {
      throw Failure.FAULT;
    }
    return Arrays.ints(frame, cells.places())[at];
  }
}
