package org.loadline.engine.nodes.number;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.nodes.NumberSlots;
import org.loadline.engine.nodes.Overflow;
import org.loadline.engine.plan.NumberForm;
import org.loadline.values.Exact;
import org.loadline.values.Int128;

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
    if (checked && value == Long.MIN_VALUE) {
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
    if (checked && Int128.negateOverflows(value)) {
      throw Overflow.INSTANCE;
    }
    if (absolute) {
      // Without a branch: the two results must not meet as objects.
      long sign = value.hi() >> 63;
      return new Int128(value.hi() ^ sign, value.lo() ^ sign).minus(new Int128(sign, sign));
    }
    return value.negate();
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
