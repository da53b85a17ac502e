package org.loadline.engine.nodes;

import com.oracle.truffle.api.nodes.Node;

/** A node of a pass. */
public abstract class RiskNode extends Node {
  /** Whether running it may leave by a {@link Failure}; asked while nodes are made. */
  public boolean mayFail() {
    for (Node child : getChildren()) {
      if (child instanceof RiskNode node && node.mayFail()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether running it may leave by an {@link Overflow}; asked while nodes are made. What it reads
   * from slots is not looked at.
   */
  public boolean mayOverflow() {
    for (Node child : getChildren()) {
      if (child instanceof RiskNode node && node.mayOverflow()) {
        return true;
      }
    }
    return false;
  }
}
