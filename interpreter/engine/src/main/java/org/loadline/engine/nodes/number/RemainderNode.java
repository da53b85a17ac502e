package org.loadline.engine.nodes.number;

import static org.loadline.engine.nodes.Odds.rare;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Width;
import org.loadline.values.Exact;
import org.loadline.values.Int128;
import org.loadline.values.Int256;
import org.loadline.values.Rounding;

/** What is left of one decimal after whole multiples of another of its scale. */
public final class RemainderNode extends BinaryNode {
  private final Width carried;
  private final boolean own;

  public RemainderNode(NumberForm form, boolean own, NumberNode left, NumberNode right) {
    super(form, false, left, right);
    this.carried = left.form().width().join(right.form().width());
    this.own = own;
  }

  @Override
  protected long computeLong(VirtualFrame frame) {
    if (carried == Width.QUAD) {
      return quad(frame).longValue();
    }
    if (carried == Width.WIDE) {
      return wide(frame).longValue();
    }
    long a = left.executeLong(frame);
    long b = right.executeLong(frame);
    if (rare(b == 0)) {
      throw Failure.of(own);
    }
    return b == -1 ? 0 : a % b;
  }

  @Override
  protected Int128 computeWide(VirtualFrame frame) {
    return carried == Width.QUAD ? quad(frame).int128Value() : wide(frame);
  }

  private Int128 wide(VirtualFrame frame) {
    Int128 a = left.executeWide(frame);
    Int128 b = right.executeWide(frame);
    if (rare((b.hi() | b.lo()) == 0)) {
      throw Failure.of(own);
    }
    // For the one quotient that wraps, its product with the divisor wraps back to a.
    return a.minus(Int128.divideRounded(a, b, Rounding.TRUNCATE).times(b));
  }

  private Int256 quad(VirtualFrame frame) {
    Int256 a = left.executeQuad(frame);
    Int256 b = right.executeQuad(frame);
    if (rare(b.isZero())) {
      throw Failure.of(own);
    }
    return quad(a, b);
  }

  @TruffleBoundary
  private static Int256 quad(Int256 a, Int256 b) {
    return a.minus(Int256.divideRounded(a, b, Rounding.TRUNCATE).times(b));
  }

  @Override
  protected Int256 computeQuad(VirtualFrame frame) {
    return quad(frame);
  }

  @Override
  protected Exact computeExact(VirtualFrame frame) {
    return exact(left.executeExact(frame), right.executeExact(frame));
  }

  @TruffleBoundary
  private Exact exact(Exact a, Exact b) {
    if (rare(b.signum() == 0)) {
      throw Failure.of(own);
    }
    return limited(a.remainder(b));
  }
}
