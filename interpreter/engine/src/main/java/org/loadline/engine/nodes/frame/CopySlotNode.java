package org.loadline.engine.nodes.frame;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.StatementNode;

/** A flag or a place goes from one slot to another. */
public final class CopySlotNode extends StatementNode {
  private final int from;
  private final int to;

  public CopySlotNode(int from, int to) {
    this.from = from;
    this.to = to;
  }

  @Override
  public void execute(VirtualFrame frame) {
    frame.setIntStatic(to, frame.getIntStatic(from));
  }
}
