package org.loadline.engine.nodes.logic;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.FlagNode;
import org.loadline.engine.nodes.IndexNode;

/** Whether two places are one; a missing one is the same as none. */
public final class SameIndexNode extends FlagNode {
  @Child private IndexNode left;
  @Child private IndexNode right;

  public SameIndexNode(IndexNode left, IndexNode right) {
    this.left = left;
    this.right = right;
  }

  @Override
  public boolean execute(VirtualFrame frame) {
    return left.execute(frame) == right.execute(frame);
  }
}
