package org.loadline.engine.nodes.number;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.Mark;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.nodes.NumberSlots;
import org.loadline.engine.plan.NumberForm;
import org.loadline.values.Exact;
import org.loadline.values.Int128;
import org.loadline.values.Int256;

/** A number that is known, or {@code none} or {@code unlimited}. */
public final class ConstantNumberNode extends NumberNode {
  private final Exact value;
  private final Int256 number;
  private final Int256 divisor;

  public ConstantNumberNode(
      NumberForm form, NumberSlots slots, Exact value, Int256 number, Int256 divisor) {
    super(form, slots);
    this.value = value;
    this.number = number;
    this.divisor = divisor;
  }

  @Override
  protected long computeLong(VirtualFrame frame) {
    if (slots.divisor() >= 0) {
      slots.writeDivisorLong(frame, divisor.w0());
    }
    writeMark(frame);
    return number.w0();
  }

  @Override
  protected Int128 computeWide(VirtualFrame frame) {
    if (slots.divisor() >= 0) {
      slots.writeDivisorWide(frame, new Int128(divisor.w1(), divisor.w0()));
    }
    writeMark(frame);
    return new Int128(number.w1(), number.w0());
  }

  @Override
  protected Int256 computeQuad(VirtualFrame frame) {
    if (slots.divisor() >= 0) {
      slots.writeDivisorQuad(frame, divisor);
    }
    writeMark(frame);
    return new Int256(number.w3(), number.w2(), number.w1(), number.w0());
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
