package org.loadline.engine.nodes.number;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.plan.NumberForm;
import org.loadline.values.Exact;
import org.loadline.values.Int128;
import org.loadline.values.Int256;
import org.loadline.values.Rounding;
import org.loadline.values.SquareRoot;

/**
 * The whole number that a way of rounding picks for the square root of a quotient; the divisor is
 * above zero.
 */
public final class RoundRootNode extends BinaryNode {
  private final Rounding rounding;
  private final boolean own;

  /**
   * @param own an {@code else} answers for a radicand below zero
   */
  public RoundRootNode(
      NumberForm form, Rounding rounding, boolean own, NumberNode number, NumberNode divisor) {
    super(form, false, number, divisor);
    this.rounding = rounding;
    this.own = own;
  }

  private Int128 root(VirtualFrame frame) {
    Int256 number = left.executeQuad(frame);
    Int256 divisor = right.executeQuad(frame);
    if (number.w3() < 0) {
      throw Failure.of(own);
    }
    return root(number, divisor, rounding);
  }

  @TruffleBoundary
  private static Int128 root(Int256 number, Int256 divisor, Rounding rounding) {
    return SquareRoot.rounded(number, divisor, rounding);
  }

  @Override
  protected long computeLong(VirtualFrame frame) {
    return root(frame).longValue();
  }

  @Override
  protected Int128 computeWide(VirtualFrame frame) {
    return root(frame);
  }

  @Override
  protected Int256 computeQuad(VirtualFrame frame) {
    Int128 root = root(frame);
    return new Int256(0, 0, root.hi(), root.lo());
  }

  @Override
  protected Exact computeExact(VirtualFrame frame) {
    throw new IllegalStateException("the root of an exact fraction is rounded as it is");
  }
}
