package org.loadline.engine.nodes.number;

import static org.loadline.engine.nodes.Odds.rare;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.plan.NumberForm;
import org.loadline.values.Exact;
import org.loadline.values.Int128;
import org.loadline.values.Int256;

/** A step to round to: a decimal that must be above zero. */
public final class PositiveNode extends NumberNode {
  @Child private NumberNode operand;

  public PositiveNode(NumberForm form, NumberNode operand) {
    super(form, BinaryNode.NO_SLOTS);
    this.operand = operand;
  }

  @Override
  protected long computeLong(VirtualFrame frame) {
    long value = operand.executeLong(frame);
    if (rare(value <= 0)) {
      throw Failure.FAULT;
    }
    return value;
  }

  @Override
  protected Int128 computeWide(VirtualFrame frame) {
    Int128 value = operand.executeWide(frame);
    if (rare(value.hi() < 0 || (value.hi() | value.lo()) == 0)) {
      throw Failure.FAULT;
    }
    return value;
  }

  @Override
  protected Int256 computeQuad(VirtualFrame frame) {
    Int256 value = operand.executeQuad(frame);
    if (rare(value.signum() <= 0)) {
      throw Failure.FAULT;
    }
    return value;
  }

  @Override
  protected Exact computeExact(VirtualFrame frame) {
    throw new IllegalStateException("an exact step is checked where it is used");
  }
}
