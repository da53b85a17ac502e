package org.loadline.engine.nodes.logic;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.core.Expr.Compare.Comparison;
import org.loadline.engine.nodes.FlagNode;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.nodes.number.NumberOrder;
import org.loadline.engine.plan.Width;

/** Compares two numbers of one scale, fractions by cross product. */
public final class CompareNumbersNode extends FlagNode {
  @Child private NumberNode left;
  @Child private NumberNode right;
  private final Comparison comparison;
  private final NumberOrder order;
  private final boolean plain;

  public CompareNumbersNode(
      Comparison comparison, NumberOrder order, NumberNode left, NumberNode right) {
    this.comparison = comparison;
    this.order = order;
    this.left = left;
    this.right = right;
    this.plain =
        order.left().width() == Width.LONG
            && order.left().divisor() < 0
            && order.right().divisor() < 0
            && !order.isMarked();
  }

  @Override
  public boolean execute(VirtualFrame frame) {
    if (plain) {
      long a = left.executeLong(frame);
      long b = right.executeLong(frame);
      return switch (comparison) {
        case EQUAL -> a == b;
        case NOT_EQUAL -> a != b;
        case BELOW -> a < b;
        case AT_MOST -> a <= b;
        case ABOVE -> a > b;
        case AT_LEAST -> a >= b;
      };
    }
    left.into(frame, order.left());
    right.into(frame, order.right());
    return CompareIndexNode.holds(comparison, order.compare(frame));
  }
}
