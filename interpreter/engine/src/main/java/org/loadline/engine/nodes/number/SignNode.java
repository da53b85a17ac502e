package org.loadline.engine.nodes.number;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Width;
import org.loadline.values.Exact;
import org.loadline.values.Int128;

/** -1, 0 or 1. */
public final class SignNode extends NumberNode {
  @Child private NumberNode operand;
  private final Width width;

  public SignNode(NumberForm form, NumberNode operand) {
    super(form, BinaryNode.NO_SLOTS);
    this.operand = operand;
    this.width = operand.form().width();
  }

  @Override
  protected long computeLong(VirtualFrame frame) {
    return switch (width) {
      case LONG -> Long.signum(operand.executeLong(frame));
      case WIDE -> operand.executeWide(frame).signum();
      case QUAD -> operand.executeQuad(frame).signum();
      case EXACT -> operand.executeExact(frame).signum();
    };
  }

  @Override
  protected Int128 computeWide(VirtualFrame frame) {
    return Int128.ofLong(computeLong(frame));
  }

  @Override
  protected Exact computeExact(VirtualFrame frame) {
    return Exact.of(computeLong(frame));
  }
}
