package org.loadline.engine.nodes.frame;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.nodes.NumberSlots;
import org.loadline.engine.plan.NumberForm;
import org.loadline.values.Exact;
import org.loadline.values.Int128;
import org.loadline.values.Int256;

/** A number that stands in slots. */
public final class NumberSlotNode extends NumberNode {
  private final boolean failing;

  /**
   * @param failing the mark may be a failure
   */
  public NumberSlotNode(NumberForm form, NumberSlots slots, boolean failing) {
    super(form, slots);
    this.failing = failing;
  }

  private void check(VirtualFrame frame) {
    if (failing) {
      SlotFailure.check(slots.readMark(frame));
    }
  }

  @Override
  protected long computeLong(VirtualFrame frame) {
    check(frame);
    return slots.readLong(frame);
  }

  @Override
  protected Int128 computeWide(VirtualFrame frame) {
    check(frame);
    return slots.readWide(frame);
  }

  @Override
  protected Int256 computeQuad(VirtualFrame frame) {
    check(frame);
    return slots.readQuad(frame);
  }

  @Override
  protected Exact computeExact(VirtualFrame frame) {
    check(frame);
    return slots.readExact(frame);
  }
}
