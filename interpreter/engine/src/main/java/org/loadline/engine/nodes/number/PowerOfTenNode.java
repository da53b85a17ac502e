package org.loadline.engine.nodes.number;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.plan.NumberForm;
import org.loadline.values.Exact;
import org.loadline.values.Int128;
import org.loadline.values.Int256;

/** A decimal times a power of ten: the same whole number at another scale. */
public final class PowerOfTenNode extends NumberNode {
  @Child private NumberNode operand;

  public PowerOfTenNode(NumberForm form, NumberNode operand) {
    super(form, BinaryNode.NO_SLOTS);
    this.operand = operand;
  }

  @Override
  protected long computeLong(VirtualFrame frame) {
    return operand.executeLong(frame);
  }

  @Override
  protected Int128 computeWide(VirtualFrame frame) {
    return operand.executeWide(frame);
  }

  @Override
  protected Int256 computeQuad(VirtualFrame frame) {
    return operand.executeQuad(frame);
  }

  @Override
  protected Exact computeExact(VirtualFrame frame) {
    throw new IllegalStateException("an exact fraction has no scale");
  }
}
