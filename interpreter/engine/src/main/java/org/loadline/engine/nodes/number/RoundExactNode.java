package org.loadline.engine.nodes.number;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import java.math.BigInteger;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.values.Exact;
import org.loadline.values.Rounding;

/** A number of any size, or its square root, rounded once to a step or to places. */
public final class RoundExactNode extends ExactNode {
  private static final Exact FEWEST = Exact.of(-64);
  private static final Exact MOST = Exact.of(Exact.MAX_PLACES);

  @Child private NumberNode operand;
  @Child private NumberNode step;
  private final Rounding rounding;
  private final boolean places;
  private final boolean root;
  private final boolean own;

  /**
   * @param places the step is a number of decimal places
   * @param root the square root of the operand is rounded
   * @param own an {@code else} answers for a radicand below zero
   */
  public RoundExactNode(
      Rounding rounding,
      boolean places,
      boolean root,
      boolean own,
      NumberNode operand,
      NumberNode step) {
    this.rounding = rounding;
    this.places = places;
    this.root = root;
    this.own = own;
    this.operand = operand;
    this.step = step;
  }

  @Override
  protected Exact computeExact(VirtualFrame frame) {
    return rounded(operand.executeExact(frame), step.executeExact(frame));
  }

  @TruffleBoundary
  private Exact rounded(Exact value, Exact by) {
    if (root && value.signum() < 0) {
      throw Failure.of(own);
    }
    Exact size = places ? placesStep(by) : by;
    if (size.signum() <= 0) {
      throw Failure.FAULT;
    }
    if (!root) {
      return BinaryNode.limited(rounding.round(value, size));
    }
    return BinaryNode.limited(Rounding.sqrt(value, size, rounding));
  }

  private static Exact placesStep(Exact count) {
    if (!count.isWhole() || count.compareTo(FEWEST) < 0 || count.compareTo(MOST) > 0) {
      throw Failure.FAULT;
    }
    return Exact.ofUnscaled(BigInteger.ONE, count.intValueExact());
  }
}
