package org.loadline.engine.nodes.logic;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.IndexNode;

/** A place, or another where the first fails by itself or is missing. */
public final class ElseIndexNode extends IndexNode {
  @Child private IndexNode left;
  @Child private IndexNode right;

  public ElseIndexNode(IndexNode left, IndexNode right) {
    this.left = left;
    this.right = right;
  }

  @Override
  public int execute(VirtualFrame frame) {
    int value;
    try {
      value = left.execute(frame);
    } catch (Failure failure) {
      if (failure != Failure.OWN) {
        throw failure;
      }
      value = NONE;
    }
    return value < 0 ? right.execute(frame) : value;
  }
}
