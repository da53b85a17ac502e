package org.loadline.engine.nodes.number;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import java.math.BigInteger;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.nodes.Overflow;
import org.loadline.engine.plan.NumberForm;
import org.loadline.values.Exact;
import org.loadline.values.Int128;
import org.loadline.values.Int256;

/** A number of any size that is known to lie on a scale, as a decimal of that scale. */
public final class FromExactNode extends NumberNode {
  @Child private NumberNode operand;

  public FromExactNode(NumberForm form, NumberNode operand) {
    super(form, BinaryNode.NO_SLOTS);
    this.operand = operand;
  }

  @Override
  protected long computeLong(VirtualFrame frame) {
    return scaledLong(operand.executeExact(frame));
  }

  @Override
  protected Int128 computeWide(VirtualFrame frame) {
    return scaledWide(operand.executeExact(frame));
  }

  @Override
  protected Int256 computeQuad(VirtualFrame frame) {
    return scaledQuad(operand.executeExact(frame));
  }

  @Override
  protected Exact computeExact(VirtualFrame frame) {
    return operand.executeExact(frame);
  }

  @TruffleBoundary
  private long scaledLong(Exact value) {
    BigInteger scaled = scaled(value);
    if (scaled.bitLength() > 63) {
      throw Overflow.INSTANCE;
    }
    return scaled.longValue();
  }

  @TruffleBoundary
  private Int128 scaledWide(Exact value) {
    BigInteger scaled = scaled(value);
    if (!Int128.fits(scaled)) {
      throw Overflow.INSTANCE;
    }
    return Int128.of(scaled);
  }

  @TruffleBoundary
  private Int256 scaledQuad(Exact value) {
    BigInteger scaled = scaled(value);
    if (!Int256.fits(scaled)) {
      throw Overflow.INSTANCE;
    }
    return Int256.of(scaled);
  }

  private BigInteger scaled(Exact value) {
    Exact scaled = Exact.ofUnscaled(value.numerator(), -form().scale());
    BigInteger[] whole = scaled.numerator().divideAndRemainder(value.denominator());
    if (whole[1].signum() != 0) {
      throw Overflow.INSTANCE;
    }
    return whole[0];
  }
}
