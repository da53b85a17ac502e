package org.loadline.engine.nodes.frame;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.FlagNode;

/** A flag that stands in a slot. */
public final class FlagSlotNode extends FlagNode {
  private final int slot;
  private final int markSlot;

  public FlagSlotNode(int slot, int markSlot) {
    this.slot = slot;
    this.markSlot = markSlot;
  }

  @Override
  public boolean execute(VirtualFrame frame) {
    if (markSlot >= 0) {
      SlotFailure.check(frame.getIntStatic(markSlot));
    }
    return frame.getIntStatic(slot) != 0;
  }
}
