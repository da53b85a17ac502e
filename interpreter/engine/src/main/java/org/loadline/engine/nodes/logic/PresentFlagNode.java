package org.loadline.engine.nodes.logic;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.FlagNode;
import org.loadline.engine.nodes.IndexNode;

/** An optional flag where only a flag will do. */
public final class PresentFlagNode extends FlagNode {
  @Child private IndexNode operand;

  public PresentFlagNode(IndexNode operand) {
    this.operand = operand;
  }

  @Override
  public boolean execute(VirtualFrame frame) {
    int value = operand.execute(frame);
    if (value < 0) {
      throw Failure.FAULT;
    }
    return value != 0;
  }
}
