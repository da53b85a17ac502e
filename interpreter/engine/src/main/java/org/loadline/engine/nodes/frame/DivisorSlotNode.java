package org.loadline.engine.nodes.frame;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.nodes.NumberSlots;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Width;
import org.loadline.values.Exact;
import org.loadline.values.Int128;
import org.loadline.values.Int256;

/** The divisor of a fraction that stands in slots, as a whole number. */
public final class DivisorSlotNode extends NumberNode {
  private static final NumberSlots NO_SLOTS = new NumberSlots(Width.LONG, -1, -1, -1);

  private final NumberSlots from;

  public DivisorSlotNode(NumberForm form, NumberSlots from) {
    super(form, NO_SLOTS);
    this.from = from;
  }

  @Override
  protected long computeLong(VirtualFrame frame) {
    return from.divisorLong(frame);
  }

  @Override
  protected Int128 computeWide(VirtualFrame frame) {
    return from.divisorWide(frame);
  }

  @Override
  protected Int256 computeQuad(VirtualFrame frame) {
    return from.divisorQuad(frame);
  }

  @Override
  protected Exact computeExact(VirtualFrame frame) {
    throw new IllegalStateException("an exact fraction has no parts");
  }
}
