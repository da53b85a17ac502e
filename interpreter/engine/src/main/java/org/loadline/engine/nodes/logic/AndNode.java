package org.loadline.engine.nodes.logic;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.FlagNode;

/** Both; the second only if the first holds. */
public final class AndNode extends FlagNode {
  @Child private FlagNode left;
  @Child private FlagNode right;

  public AndNode(FlagNode left, FlagNode right) {
    this.left = left;
    this.right = right;
  }

  @Override
  public boolean execute(VirtualFrame frame) {
    return left.execute(frame) && right.execute(frame);
  }
}
