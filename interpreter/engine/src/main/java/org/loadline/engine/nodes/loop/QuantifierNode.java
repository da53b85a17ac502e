package org.loadline.engine.nodes.loop;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.FlagNode;

/** Whether a condition holds for all rows, or for any; every row is looked at. */
public final class QuantifierNode extends AccumulatorNode {
  @Child private FlagNode body;
  private final boolean all;
  private final int slot;

  public QuantifierNode(FlagNode body, boolean all, int slot, int markSlot, boolean failing) {
    super(markSlot, failing);
    this.body = body;
    this.all = all;
    this.slot = slot;
  }

  @Override
  protected void clear(VirtualFrame frame) {
    frame.setIntStatic(slot, all ? 1 : 0);
  }

  @Override
  protected void add(VirtualFrame frame) {
    if (body.execute(frame) != all) {
      frame.setIntStatic(slot, all ? 0 : 1);
    }
  }

  @Override
  protected void complete(VirtualFrame frame) {
    // The flag is the result.
  }
}
