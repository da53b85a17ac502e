package org.loadline.engine.nodes.logic;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.FlagNode;

/** Either; the second only if the first does not hold. */
public final class OrNode extends FlagNode {
  @Child private FlagNode left;
  @Child private FlagNode right;

  public OrNode(FlagNode left, FlagNode right) {
    this.left = left;
    this.right = right;
  }

  @Override
  public boolean execute(VirtualFrame frame) {
    return left.execute(frame) || right.execute(frame);
  }
}
