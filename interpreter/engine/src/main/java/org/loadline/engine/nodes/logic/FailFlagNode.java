package org.loadline.engine.nodes.logic;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.FlagNode;

/** Always a fault. */
public final class FailFlagNode extends FlagNode {

  public FailFlagNode() {
    // Nothing to hold.
  }

  @Override
  public boolean mayFail() {
    return true;
  }

  @Override
  public boolean execute(VirtualFrame frame) {
    throw Failure.FAULT;
  }
}
