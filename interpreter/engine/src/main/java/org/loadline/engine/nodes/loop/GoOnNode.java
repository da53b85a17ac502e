package org.loadline.engine.nodes.loop;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.FlagNode;
import org.loadline.engine.nodes.StatementNode;

/** Ends the loop around it unless a condition holds. */
public final class GoOnNode extends StatementNode {
  @Child private FlagNode condition;

  public GoOnNode(FlagNode condition) {
    this.condition = condition;
  }

  @Override
  public void execute(VirtualFrame frame) {
    if (!condition.execute(frame)) {
      throw Stop.INSTANCE;
    }
  }
}
