package org.loadline.engine.nodes.loop;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.NumberSlots;

/** How many rows there are. */
public final class CountNode extends AccumulatorNode {
  private final NumberSlots slots;

  public CountNode(NumberSlots slots) {
    super(slots.mark(), false);
    this.slots = slots;
  }

  @Override
  protected void clear(VirtualFrame frame) {
    slots.writeLong(frame, 0);
  }

  @Override
  protected void add(VirtualFrame frame) {
    slots.writeLong(frame, slots.readLong(frame) + 1);
  }

  @Override
  protected void complete(VirtualFrame frame) {
    // The count is the result.
  }
}
