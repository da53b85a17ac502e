package org.loadline.engine.nodes.logic;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.FlagNode;

/** Both; the second is worked out whatever the first is. */
public final class BothNode extends FlagNode {
  @Child private FlagNode left;
  @Child private FlagNode right;

  public BothNode(FlagNode left, FlagNode right) {
    this.left = left;
    this.right = right;
  }

  @Override
  public boolean execute(VirtualFrame frame) {
    return left.execute(frame) & right.execute(frame);
  }
}
