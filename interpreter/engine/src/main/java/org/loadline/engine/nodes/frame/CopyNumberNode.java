package org.loadline.engine.nodes.frame;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.NumberSlots;
import org.loadline.engine.nodes.StatementNode;

/** A number goes from slots to others of the same width. */
public final class CopyNumberNode extends StatementNode {
  private final NumberSlots from;
  private final NumberSlots to;

  public CopyNumberNode(NumberSlots from, NumberSlots to) {
    this.from = from;
    this.to = to;
  }

  @Override
  public void execute(VirtualFrame frame) {
    to.copy(frame, from);
  }
}
