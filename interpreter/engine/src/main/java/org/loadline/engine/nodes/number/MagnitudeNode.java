package org.loadline.engine.nodes.number;

import static org.loadline.engine.nodes.Odds.rare;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.nodes.NumberSlots;
import org.loadline.engine.nodes.Overflow;
import org.loadline.engine.plan.NumberForm;
import org.loadline.values.Exact;
import org.loadline.values.Int128;
import org.loadline.values.Int256;

/** The opposite of a number, or its absolute value; a divisor stays. */
public final class MagnitudeNode extends NumberNode {
  @Child private NumberNode operand;
  private final boolean absolute;
  private final boolean checked;

  /**
   * @param absolute the absolute value; otherwise the opposite
   */
  public MagnitudeNode(
      NumberForm form, NumberSlots slots, boolean absolute, boolean checked, NumberNode operand) {
    super(form, slots);
    this.absolute = absolute;
    this.checked = checked;
    this.operand = operand;
  }

  @Override
  protected long computeLong(VirtualFrame frame) {
    long value = operand.executeLong(frame);
    if (slots.divisor() >= 0) {
      slots.writeDivisorLong(frame, operand.divisorLong(frame));
    }
    if (checked && rare(value == Long.MIN_VALUE)) {
      throw Overflow.INSTANCE;
    }
    return absolute ? Math.abs(value) : -value;
  }

  @Override
  protected Int128 computeWide(VirtualFrame frame) {
    Int128 value = operand.executeWide(frame);
    if (slots.divisor() >= 0) {
      slots.writeDivisorWide(frame, operand.divisorWide(frame));
    }
    if (checked && rare(Int128.negateOverflows(value))) {
      throw Overflow.INSTANCE;
    }
    return absolute ? value.abs() : value.negate();
  }

  @Override
  protected Int256 computeQuad(VirtualFrame frame) {
    Int256 value = operand.executeQuad(frame);
    if (slots.divisor() >= 0) {
      slots.writeDivisorQuad(frame, operand.divisorQuad(frame));
    }
    if (checked && rare(Int256.negateOverflows(value))) {
      throw Overflow.INSTANCE;
    }
    return absolute ? value.abs() : value.negate();
  }

  @Override
  protected Exact computeExact(VirtualFrame frame) {
    return exact(operand.executeExact(frame));
  }

  @TruffleBoundary
  private Exact exact(Exact value) {
    return absolute ? value.abs() : value.negate();
  }
}
