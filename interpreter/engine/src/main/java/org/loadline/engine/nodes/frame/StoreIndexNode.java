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

  /**
   * @param markSlot where it is said whether there is a value; -1 if it can't fail
   */
  public StoreIndexNode(IndexNode value, int slot, int markSlot, boolean keepsFailure) {
    this.value = value;
    this.slot = slot;
    this.markSlot = markSlot;
    this.keepsFailure = keepsFailure;
  }

  @Override
  public void execute(VirtualFrame frame) {
    if (!keepsFailure) {
      frame.setIntStatic(slot, value.execute(frame));
      if (markSlot >= 0) {
        frame.setIntStatic(markSlot, Mark.PRESENT);
      }
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
