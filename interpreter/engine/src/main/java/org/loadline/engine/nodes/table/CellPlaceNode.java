package org.loadline.engine.nodes.table;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.IndexNode;

/** Two places as one, row by row. */
public final class CellPlaceNode extends IndexNode {
  @Child private IndexNode row;
  @Child private IndexNode column;
  private final int size;

  /**
   * @param size how many columns there are
   */
  public CellPlaceNode(IndexNode row, IndexNode column, int size) {
    this.row = row;
    this.column = column;
    this.size = size;
  }

  @Override
  public int execute(VirtualFrame frame) {
    int at = row.execute(frame);
    return at * size + column.execute(frame);
  }
}
