package org.loadline.engine.nodes.logic;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.IndexNode;

/** Always a fault. */
public final class FailIndexNode extends IndexNode {

  public FailIndexNode() {
    // Nothing to hold.
  }

  @Override
  public boolean mayBeNone() {
    return false;
  }

  @Override
  public boolean mayFail() {
    return true;
  }

  @Override
  public int execute(VirtualFrame frame) {
    throw Failure.FAULT;
  }
}
