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
    this(value, slot, markSlot, markSlot >= 0);
  }

  private StoreFlagNode(FlagNode value, int slot, int markSlot, boolean keepsFailure) {
    this.value = value;
    this.slot = slot;
    this.markSlot = markSlot;
    this.keepsFailure = keepsFailure;
  }

  /** One that leaves by a failure, and else says in the mark that there is a value. */
  public static StoreFlagNode present(FlagNode value, int slot, int markSlot) {
    return new StoreFlagNode(value, slot, markSlot, false);
  }

  @Override
  public boolean mayFail() {
    return !keepsFailure && super.mayFail();
  }

  @Override
  public void execute(VirtualFrame frame) {
    if (!keepsFailure) {
      frame.setIntStatic(slot, value.execute(frame) ? 1 : 0);
      if (markSlot >= 0) {
        frame.setIntStatic(markSlot, Mark.PRESENT);
      }
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
