package org.loadline.engine.nodes.number;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.nodes.NumberSlots;
import org.loadline.engine.plan.NumberForm;
import org.loadline.values.Exact;
import org.loadline.values.Int128;
import org.loadline.values.Int256;

/** The lesser or the greater of two numbers of one scale. */
public final class ChooseNode extends NumberNode {
  @Child private NumberNode left;
  @Child private NumberNode right;
  private final boolean greatest;
  private final boolean plain;
  private final NumberOrder order;

  /**
   * @param order the slots for the two; what is chosen ends up in {@code slots}
   */
  public ChooseNode(
      NumberForm form,
      NumberSlots slots,
      boolean greatest,
      NumberOrder order,
      NumberNode left,
      NumberNode right) {
    super(form, slots);
    this.greatest = greatest;
    this.order = order;
    this.left = left;
    this.right = right;
    this.plain = order.isPlain();
  }

  private void choose(VirtualFrame frame) {
    left.into(frame, order.left());
    right.into(frame, order.right());
    int compared = order.compare(frame);
    if (greatest ? compared >= 0 : compared <= 0) {
      slots.copy(frame, order.left());
    } else {
      slots.copy(frame, order.right());
    }
  }

  @Override
  protected long computeLong(VirtualFrame frame) {
    if (plain) {
      long a = left.executeLong(frame);
      long b = right.executeLong(frame);
      return greatest ? Math.max(a, b) : Math.min(a, b);
    }
    choose(frame);
    return slots.readLong(frame);
  }

  @Override
  protected Int128 computeWide(VirtualFrame frame) {
    choose(frame);
    return slots.readWide(frame);
  }

  @Override
  protected Int256 computeQuad(VirtualFrame frame) {
    choose(frame);
    return slots.readQuad(frame);
  }

  @Override
  protected Exact computeExact(VirtualFrame frame) {
    choose(frame);
    return slots.readExact(frame);
  }
}
