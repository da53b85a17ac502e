package org.loadline.engine.nodes.logic;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.FlagNode;

/** True or false. */
public final class ConstantFlagNode extends FlagNode {
  private final boolean value;

  public ConstantFlagNode(boolean value) {
    this.value = value;
  }

  @Override
  public boolean execute(VirtualFrame frame) {
    return value;
  }
}
