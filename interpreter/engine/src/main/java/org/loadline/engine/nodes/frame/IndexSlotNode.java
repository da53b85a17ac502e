package org.loadline.engine.nodes.frame;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.IndexNode;

/** A place that stands in a slot. */
public final class IndexSlotNode extends IndexNode {
  private final int slot;
  private final int markSlot;
  private final boolean maybeNone;

  public IndexSlotNode(int slot, int markSlot, boolean maybeNone) {
    this.slot = slot;
    this.markSlot = markSlot;
    this.maybeNone = maybeNone;
  }

  @Override
  public boolean mayBeNone() {
    return maybeNone;
  }

  @Override
  public boolean mayFail() {
    return markSlot >= 0;
  }

  @Override
  public int execute(VirtualFrame frame) {
    if (markSlot >= 0) {
      SlotFailure.check(frame.getIntStatic(markSlot));
    }
    return frame.getIntStatic(slot);
  }
}
