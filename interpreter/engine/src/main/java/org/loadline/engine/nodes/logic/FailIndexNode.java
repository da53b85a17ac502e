package org.loadline.engine.nodes.logic;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.IndexNode;

/** Always fails. */
public final class FailIndexNode extends IndexNode {
  private final boolean own;

  public FailIndexNode(boolean own) {
    this.own = own;
  }

  @Override
  public int execute(VirtualFrame frame) {
    throw Failure.of(own);
  }
}
