package org.loadline.engine.nodes.number;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.plan.NumberForm;
import org.loadline.values.Exact;
import org.loadline.values.Int128;
import org.loadline.values.Int256;

/**
 * A decimal of 256 bits as one of 128; if it does not fit, the end of these that is nearest. For
 * comparisons with numbers that no end is one of.
 */
public final class NarrowedNode extends NumberNode {
  @Child private NumberNode operand;

  public NarrowedNode(NumberForm form, NumberNode operand) {
    super(form, BinaryNode.NO_SLOTS);
    this.operand = operand;
  }

  @Override
  protected long computeLong(VirtualFrame frame) {
    throw new IllegalStateException("128 bits were asked for as 64");
  }

  @Override
  protected Int128 computeWide(VirtualFrame frame) {
    Int256 value = operand.executeQuad(frame);
    long sign = value.w3() >> 63;
    // Without a branch: the two results must not meet as objects.
    long fits = value.fitsInt128() ? -1 : 0;
    long high = Long.MAX_VALUE ^ sign;
    return new Int128(value.w1() & fits | high & ~fits, value.w0() & fits | ~sign & ~fits);
  }

  @Override
  protected Exact computeExact(VirtualFrame frame) {
    throw new IllegalStateException("an exact fraction is not 256 bits wide");
  }
}
