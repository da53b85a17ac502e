package org.loadline.engine.nodes.loop;

import com.oracle.truffle.api.Truffle;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.LoopNode;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.nodes.RepeatingNode;
import org.loadline.engine.nodes.StatementNode;
import org.loadline.engine.nodes.column.Arrays;

/**
 * Every row of an entity. There may be so many that the loop is compiled while it runs: a pass over
 * the whole is called once a run, which is not often enough to be compiled for its calls.
 */
public final class AllRowsNode extends StatementNode {
  @Child private LoopNode loop;
  private final int slot;
  private final int endSlot;
  private final int countSlot;

  /**
   * @param endSlot where the number of rows is kept while the loop runs
   * @param countSlot where the array with the number of rows stands
   */
  public AllRowsNode(int slot, int endSlot, int countSlot, StatementNode body) {
    this.slot = slot;
    this.endSlot = endSlot;
    this.countSlot = countSlot;
    this.loop = Truffle.getRuntime().createLoopNode(new Row(slot, endSlot, body));
  }

  @Override
  public void execute(VirtualFrame frame) {
    frame.setIntStatic(slot, 0);
    frame.setIntStatic(endSlot, Arrays.ints(frame, countSlot)[0]);
    loop.execute(frame);
  }

  /** One row. */
  private static final class Row extends Node implements RepeatingNode {
    @Child private StatementNode body;
    private final int slot;
    private final int endSlot;

    Row(int slot, int endSlot, StatementNode body) {
      this.slot = slot;
      this.endSlot = endSlot;
      this.body = body;
    }

    @Override
    public boolean executeRepeating(VirtualFrame frame) {
      int row = frame.getIntStatic(slot);
      if (row >= frame.getIntStatic(endSlot)) {
        return false;
      }
      body.execute(frame);
      frame.setIntStatic(slot, row + 1);
      return true;
    }
  }
}
