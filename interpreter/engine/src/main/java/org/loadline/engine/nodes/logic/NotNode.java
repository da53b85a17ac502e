package org.loadline.engine.nodes.logic;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.FlagNode;

/** The opposite. */
public final class NotNode extends FlagNode {
  @Child private FlagNode operand;

  public NotNode(FlagNode operand) {
    this.operand = operand;
  }

  @Override
  public boolean execute(VirtualFrame frame) {
    return !operand.execute(frame);
  }
}
