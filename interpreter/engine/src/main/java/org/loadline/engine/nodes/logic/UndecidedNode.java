package org.loadline.engine.nodes.logic;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.FlagNode;

/** False only if a condition is known not to hold. */
public final class UndecidedNode extends FlagNode {
  @Child private FlagNode condition;

  public UndecidedNode(FlagNode condition) {
    this.condition = condition;
  }

  @Override
  public boolean execute(VirtualFrame frame) {
    try {
      return condition.execute(frame);
    } catch (Failure undecided) {
      return true;
    }
  }
}
