package org.loadline.engine.nodes.frame;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.FlagNode;
import org.loadline.engine.nodes.Mark;
import org.loadline.engine.nodes.StatementNode;

/** Puts a flag into a slot, or that it failed. */
public final class StoreFlagNode extends StatementNode {
  @Child private FlagNode value;
  private final int slot;
  private final int markSlot;
  private final boolean keepsFailure;

  public StoreFlagNode(FlagNode value, int slot, int markSlot) {
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
      frame.setIntStatic(slot, value.execute(frame) ? 1 : 0);
      return;
    }
    try {
      frame.setIntStatic(slot, value.execute(frame) ? 1 : 0);
      frame.setIntStatic(markSlot, Mark.PRESENT);
    } catch (Failure failure) {
      frame.setIntStatic(markSlot, SlotFailure.mark(failure));
    }
  }
}
