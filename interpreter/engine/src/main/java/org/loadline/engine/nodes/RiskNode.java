package org.loadline.engine.nodes;

import com.oracle.truffle.api.nodes.Node;
import java.util.function.Predicate;

/** A node of a pass. */
public abstract class RiskNode extends Node {
  /** Whether running it may leave by a {@link Failure}; asked while nodes are made. */
  public boolean mayFail() {
    return anyBelow(this, RiskNode::mayFail);
  }

  /**
   * Whether running it may leave by an {@link Overflow}; asked while nodes are made. What it reads
   * from slots is not looked at.
   */
  public boolean mayOverflow() {
    return anyBelow(this, RiskNode::mayOverflow);
  }

  /** Whether it holds of some node below, also of one inside a loop of Truffle's own. */
  private static boolean anyBelow(Node node, Predicate<RiskNode> holds) {
    for (Node child : node.getChildren()) {
      if (child instanceof RiskNode risk ? holds.test(risk) : anyBelow(child, holds)) {
        return true;
      }
    }
    return false;
  }
}
