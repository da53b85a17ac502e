package org.loadline.engine.nodes.number;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.values.Exact;

/** The exact quotient of two numbers of any size. */
public final class DivideExactNode extends ExactNode {
  @Child private NumberNode left;
  @Child private NumberNode right;
  private final boolean own;

  public DivideExactNode(boolean own, NumberNode left, NumberNode right) {
    this.own = own;
    this.left = left;
    this.right = right;
  }

  @Override
  protected Exact computeExact(VirtualFrame frame) {
    return divide(left.executeExact(frame), right.executeExact(frame));
  }

  @TruffleBoundary
  private Exact divide(Exact a, Exact b) {
    if (b.signum() == 0) {
      throw Failure.of(own);
    }
    return BinaryNode.limited(a.dividedBy(b));
  }
}
