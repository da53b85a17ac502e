package org.loadline.engine.nodes.number;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.Mark;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.nodes.NumberSlots;
import org.loadline.engine.plan.NumberForm;
import org.loadline.values.Exact;
import org.loadline.values.Int128;

/** A number that is known, or {@code none} or {@code unlimited}. */
public final class ConstantNumberNode extends NumberNode {
  private final Exact value;
  private final long low;
  private final long high;
  private final long divisorLow;
  private final long divisorHigh;

  public ConstantNumberNode(
      NumberForm form, NumberSlots slots, Exact value, Int128 number, Int128 divisor) {
    super(form, slots);
    this.value = value;
    this.low = number.lo();
    this.high = number.hi();
    this.divisorLow = divisor.lo();
    this.divisorHigh = divisor.hi();
  }

  @Override
  protected long computeLong(VirtualFrame frame) {
    if (slots.divisor() >= 0) {
      slots.writeDivisorLong(frame, divisorLow);
    }
    writeMark(frame);
    return low;
  }

  @Override
  protected Int128 computeWide(VirtualFrame frame) {
    if (slots.divisor() >= 0) {
      slots.writeDivisorWide(frame, new Int128(divisorHigh, divisorLow));
    }
    writeMark(frame);
    return new Int128(high, low);
  }

  @Override
  protected Exact computeExact(VirtualFrame frame) {
    writeMark(frame);
    return value;
  }

  private void writeMark(VirtualFrame frame) {
    if (slots.mark() >= 0) {
      slots.writeMark(frame, form().orNone() ? Mark.NONE : Mark.UNLIMITED);
    }
  }
}
