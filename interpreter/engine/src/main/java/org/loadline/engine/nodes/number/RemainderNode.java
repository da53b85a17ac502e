package org.loadline.engine.nodes.number;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.plan.NumberForm;
import org.loadline.values.Exact;
import org.loadline.values.Int128;
import org.loadline.values.Rounding;

/** What is left of one decimal after whole multiples of another of its scale. */
public final class RemainderNode extends BinaryNode {
  private final boolean own;

  public RemainderNode(NumberForm form, boolean own, NumberNode left, NumberNode right) {
    super(form, false, left, right);
    this.own = own;
  }

  @Override
  public boolean mayFail() {
    return true;
  }

  @Override
  protected long computeLong(VirtualFrame frame) {
    long a = left.executeLong(frame);
    long b = right.executeLong(frame);
    if (b == 0) {
      throw Failure.of(own);
    }
    return b == -1 ? 0 : a % b;
  }

  @Override
  protected Int128 computeWide(VirtualFrame frame) {
    Int128 a = left.executeWide(frame);
    Int128 b = right.executeWide(frame);
    if ((b.hi() | b.lo()) == 0) {
      throw Failure.of(own);
    }
    // For the one quotient that wraps, its product with the divisor wraps back to a.
    return a.minus(Int128.divideRounded(a, b, Rounding.TRUNCATE).times(b));
  }

  @Override
  protected Exact computeExact(VirtualFrame frame) {
    return exact(left.executeExact(frame), right.executeExact(frame));
  }

  @TruffleBoundary
  private Exact exact(Exact a, Exact b) {
    if (b.signum() == 0) {
      throw Failure.of(own);
    }
    return limited(a.remainder(b));
  }
}
