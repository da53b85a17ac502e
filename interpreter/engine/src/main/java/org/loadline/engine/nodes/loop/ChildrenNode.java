package org.loadline.engine.nodes.loop;

import static org.loadline.engine.nodes.Odds.mostly;
import static org.loadline.engine.nodes.Odds.rare;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.LoopNode;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.IndexNode;
import org.loadline.engine.nodes.StatementNode;

/** The children of a row: consecutive rows, or listed ones. */
public final class ChildrenNode extends RowsNode {
  @Child private IndexNode parent;
  private final int startsSlot;
  private final int rowsSlot;

  /**
   * @param rowsSlot where the list of children stands; -1 if they are consecutive
   */
  public ChildrenNode(
      int slot, StatementNode body, IndexNode parent, int startsSlot, int rowsSlot) {
    super(slot, body);
    this.parent = parent;
    this.startsSlot = startsSlot;
    this.rowsSlot = rowsSlot;
  }

  @Override
  public void execute(VirtualFrame frame) {
    int of = parent.execute(frame);
    if (rare(of < 0)) {
      throw Failure.FAULT;
    }
    int[] starts = CompilerDirectives.castExact(frame.getObjectStatic(startsSlot), int[].class);
    int from = starts[of];
    int to = starts[of + 1];
    if (rowsSlot < 0) {
      for (int row = from; mostly(row < to); row++) {
        run(frame, row);
      }
    } else {
      int[] rows = CompilerDirectives.castExact(frame.getObjectStatic(rowsSlot), int[].class);
      for (int at = from; mostly(at < to); at++) {
        run(frame, rows[at]);
      }
    }
    if (CompilerDirectives.hasNextTier()) {
      LoopNode.reportLoopCount(this, to - from);
    }
  }
}
