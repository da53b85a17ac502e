package org.loadline.engine.nodes.logic;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.FlagNode;
import org.loadline.engine.nodes.IndexNode;

/** Whether a place is missing. */
public final class IsNoneIndexNode extends FlagNode {
  @Child private IndexNode operand;

  public IsNoneIndexNode(IndexNode operand) {
    this.operand = operand;
  }

  @Override
  public boolean execute(VirtualFrame frame) {
    return operand.execute(frame) < 0;
  }
}
