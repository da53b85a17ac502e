package org.loadline.engine.nodes.number;

import static org.loadline.engine.nodes.Odds.rare;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.Mark;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.nodes.NumberSlots;
import org.loadline.engine.plan.NumberForm;
import org.loadline.values.Exact;
import org.loadline.values.Int128;
import org.loadline.values.Int256;

/**
 * A number where only a number will do. The types make sure of it where the value is wanted; where
 * it is worked out ahead of the test that guards it, a missing one is a fault that nobody reads.
 */
public final class PresentNode extends NumberNode {
  @Child private NumberNode operand;

  public PresentNode(NumberForm form, NumberSlots slots, NumberNode operand) {
    super(form, slots);
    this.operand = operand;
  }

  private void check(VirtualFrame frame) {
    if (rare(operand.mark(frame) != Mark.PRESENT)) {
      throw Failure.FAULT;
    }
  }

  @Override
  protected long computeLong(VirtualFrame frame) {
    long value = operand.executeLong(frame);
    check(frame);
    if (slots.divisor() >= 0) {
      slots.writeDivisorLong(frame, operand.divisorLong(frame));
    }
    return value;
  }

  @Override
  protected Int128 computeWide(VirtualFrame frame) {
    Int128 value = operand.executeWide(frame);
    check(frame);
    if (slots.divisor() >= 0) {
      slots.writeDivisorWide(frame, operand.divisorWide(frame));
    }
    return value;
  }

  @Override
  protected Int256 computeQuad(VirtualFrame frame) {
    Int256 value = operand.executeQuad(frame);
    check(frame);
    if (slots.divisor() >= 0) {
      slots.writeDivisorQuad(frame, operand.divisorQuad(frame));
    }
    return value;
  }

  @Override
  protected Exact computeExact(VirtualFrame frame) {
    Exact value = operand.executeExact(frame);
    check(frame);
    return value;
  }
}
