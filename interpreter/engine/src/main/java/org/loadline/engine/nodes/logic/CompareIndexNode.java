package org.loadline.engine.nodes.logic;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.core.Expr.Compare.Comparison;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.FlagNode;
import org.loadline.engine.nodes.IndexNode;

/** Compares places in an order. */
public final class CompareIndexNode extends FlagNode {
  @Child private IndexNode left;
  @Child private IndexNode right;
  private final Comparison comparison;

  public CompareIndexNode(Comparison comparison, IndexNode left, IndexNode right) {
    this.comparison = comparison;
    this.left = left;
    this.right = right;
  }

  @Override
  public boolean execute(VirtualFrame frame) {
    int a = left.execute(frame);
    int b = right.execute(frame);
    if (a < 0 || b < 0) {
      throw Failure.FAULT;
    }
    return holds(comparison, Integer.compare(a, b));
  }

  static boolean holds(Comparison comparison, int order) {
    return switch (comparison) {
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case BELOW -> order < 0;
      case AT_MOST -> order <= 0;
      case ABOVE -> order > 0;
      case AT_LEAST -> order >= 0;
    };
  }
}
