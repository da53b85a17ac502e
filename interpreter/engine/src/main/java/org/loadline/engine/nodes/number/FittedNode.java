package org.loadline.engine.nodes.number;

import static org.loadline.engine.nodes.Odds.rare;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.nodes.NumberSlots;
import org.loadline.engine.nodes.Overflow;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Width;
import org.loadline.values.Exact;
import org.loadline.values.Int128;
import org.loadline.values.Int256;

/** A decimal in fewer bits; one that does not fit is worked out again, wider. */
public final class FittedNode extends NumberNode {
  @Child private NumberNode operand;
  private final boolean fromQuad;

  /**
   * @param form narrower than the operand's, at its scale
   */
  public FittedNode(NumberForm form, NumberSlots slots, NumberNode operand) {
    super(form, slots);
    this.operand = operand;
    this.fromQuad = operand.form().width() == Width.QUAD;
  }

  private void keepMark(VirtualFrame frame) {
    if (slots.mark() >= 0) {
      slots.writeMark(frame, operand.mark(frame));
    }
  }

  @Override
  protected long computeLong(VirtualFrame frame) {
    if (fromQuad) {
      Int256 value = operand.executeQuad(frame);
      keepMark(frame);
      if (rare(!value.fitsLong())) {
        throw Overflow.INSTANCE;
      }
      return value.w0();
    }
    Int128 value = operand.executeWide(frame);
    keepMark(frame);
    if (rare(value.hi() != value.lo() >> 63)) {
      throw Overflow.INSTANCE;
    }
    return value.lo();
  }

  @Override
  protected Int128 computeWide(VirtualFrame frame) {
    Int256 value = operand.executeQuad(frame);
    keepMark(frame);
    if (rare(!value.fitsInt128())) {
      throw Overflow.INSTANCE;
    }
    return new Int128(value.w1(), value.w0());
  }

  @Override
  protected Exact computeExact(VirtualFrame frame) {
    throw new IllegalStateException("an exact fraction has no width");
  }
}
