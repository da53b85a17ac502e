package org.loadline.engine.nodes.number;

import static org.loadline.engine.nodes.Odds.rare;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.nodes.NumberSlots;
import org.loadline.engine.nodes.Overflow;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Width;
import org.loadline.values.Exact;
import org.loadline.values.Int128;
import org.loadline.values.Int256;

/** The same number at a greater scale: times a power of ten. Mark and divisor stay. */
public final class RescaleNode extends NumberNode {
  @Child private NumberNode operand;
  private final boolean checked;
  private final boolean fromLong;
  private final boolean fromQuad;
  private final long factorLow;
  private final long factorHigh;
  private final Int256 factor;
  private final int factorWords;

  public RescaleNode(
      NumberForm form, NumberSlots slots, boolean checked, NumberNode operand, Int256 factor) {
    super(form, slots);
    this.checked = checked;
    this.operand = operand;
    this.fromLong = operand.form().width() == Width.LONG;
    this.fromQuad = operand.form().width() == Width.QUAD;
    this.factorLow = factor.w0();
    this.factorHigh = factor.w1();
    this.factor = factor;
    this.factorWords = factor.fitsLong() ? 1 : factor.fitsInt128() ? 2 : 4;
  }

  @Override
  protected long computeLong(VirtualFrame frame) {
    long value = operand.executeLong(frame);
    if (slots.divisor() >= 0) {
      slots.writeDivisorLong(frame, operand.divisorLong(frame));
    }
    if (slots.mark() >= 0) {
      slots.writeMark(frame, operand.mark(frame));
    }
    long product = value * factorLow;
    if (checked && rare(Math.multiplyHigh(value, factorLow) != product >> 63)) {
      throw Overflow.INSTANCE;
    }
    return product;
  }

  @Override
  protected Int128 computeWide(VirtualFrame frame) {
    boolean shortFactor = factorHigh == factorLow >> 63;
    if (fromLong && shortFactor) {
      long value = operand.executeLong(frame);
      keep(frame);
      return Int128.ofProduct(value, factorLow);
    }
    Int128 value = operand.executeWide(frame);
    keep(frame);
    Int128 factor = new Int128(factorHigh, factorLow);
    if (checked
        && rare(
            shortFactor
                ? Int128.timesOverflows(value, factorLow)
                : Int128.timesOverflows(value, factor))) {
      throw Overflow.INSTANCE;
    }
    return value.times(factor);
  }

  @Override
  protected Int256 computeQuad(VirtualFrame frame) {
    if (!fromQuad && factorWords < 4) {
      Int128 value = operand.executeWide(frame);
      keepQuad(frame);
      return factorWords == 1
          ? Int256.ofProduct(value, factorLow)
          : Int256.ofProduct(value, new Int128(factorHigh, factorLow));
    }
    Int256 value = operand.executeQuad(frame);
    keepQuad(frame);
    if (checked && rare(overflows(value))) {
      throw Overflow.INSTANCE;
    }
    return factorWords == 1 ? value.times(factorLow) : value.times(factor);
  }

  @TruffleBoundary
  private boolean overflows(Int256 value) {
    return Int256.timesOverflows(value, factor);
  }

  private void keepQuad(VirtualFrame frame) {
    if (slots.divisor() >= 0) {
      slots.writeDivisorQuad(frame, operand.divisorQuad(frame));
    }
    if (slots.mark() >= 0) {
      slots.writeMark(frame, operand.mark(frame));
    }
  }

  private void keep(VirtualFrame frame) {
    if (slots.divisor() >= 0) {
      slots.writeDivisorWide(frame, operand.divisorWide(frame));
    }
    if (slots.mark() >= 0) {
      slots.writeMark(frame, operand.mark(frame));
    }
  }

  @Override
  protected Exact computeExact(VirtualFrame frame) {
    throw new IllegalStateException("an exact fraction has no scale");
  }
}
