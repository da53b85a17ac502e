package org.loadline.engine.nodes.logic;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.IndexNode;

/** A place that is known. */
public final class ConstantIndexNode extends IndexNode {
  private final int value;

  public ConstantIndexNode(int value) {
    this.value = value;
  }

  @Override
  public int execute(VirtualFrame frame) {
    return value;
  }
}
