package org.loadline.engine.nodes.logic;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.FlagNode;

/** Always fails. */
public final class FailFlagNode extends FlagNode {
  private final boolean own;

  public FailFlagNode(boolean own) {
    this.own = own;
  }

  @Override
  public boolean execute(VirtualFrame frame) {
    throw Failure.of(own);
  }
}
