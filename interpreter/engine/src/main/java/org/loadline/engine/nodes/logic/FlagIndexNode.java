package org.loadline.engine.nodes.logic;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.FlagNode;
import org.loadline.engine.nodes.IndexNode;

/** A flag as a place: 0 or 1. */
public final class FlagIndexNode extends IndexNode {
  @Child private FlagNode operand;

  public FlagIndexNode(FlagNode operand) {
    this.operand = operand;
  }

  @Override
  public int execute(VirtualFrame frame) {
    return operand.execute(frame) ? 1 : 0;
  }
}
