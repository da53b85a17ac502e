package org.loadline.engine.nodes.frame;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.IndexNode;
import org.loadline.engine.nodes.Mark;
import org.loadline.engine.nodes.StatementNode;

/** Puts a place into a slot, or that it failed. */
public final class StoreIndexNode extends StatementNode {
  @Child private IndexNode value;
  private final int slot;
  private final int markSlot;
  private final boolean keepsFailure;

  public StoreIndexNode(IndexNode value, int slot, int markSlot) {
    this.value = value;
    this.slot = slot;
    this.markSlot = markSlot;
    this.keepsFailure = markSlot >= 0;
  }

  @Override
  public boolean mayFail() {
    return !keepsFailure && super.mayFail();
  }

  @Override
  public void execute(VirtualFrame frame) {
    if (!keepsFailure) {
      frame.setIntStatic(slot, value.execute(frame));
      return;
    }
    try {
      frame.setIntStatic(slot, value.execute(frame));
      frame.setIntStatic(markSlot, Mark.PRESENT);
    } catch (Failure failure) {
      frame.setIntStatic(markSlot, SlotFailure.mark(failure));
    }
  }
}
