package org.loadline.engine.nodes.frame;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.IndexNode;

/** A place that stands in a slot. */
public final class IndexSlotNode extends IndexNode {
  private final int slot;
  private final int markSlot;

  public IndexSlotNode(int slot, int markSlot) {
    this.slot = slot;
    this.markSlot = markSlot;
  }

  @Override
  public int execute(VirtualFrame frame) {
    if (markSlot >= 0) {
      SlotFailure.check(frame.getIntStatic(markSlot));
    }
    return frame.getIntStatic(slot);
  }
}
