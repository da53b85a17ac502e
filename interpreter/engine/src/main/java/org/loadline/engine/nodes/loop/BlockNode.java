package org.loadline.engine.nodes.loop;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import org.loadline.engine.nodes.StatementNode;

/** One statement after another. */
public final class BlockNode extends StatementNode {
  @Children private final StatementNode[] statements;

  public BlockNode(StatementNode[] statements) {
    this.statements = statements;
  }

  @Override
  @ExplodeLoop
  public void execute(VirtualFrame frame) {
    for (StatementNode statement : statements) {
      statement.execute(frame);
    }
  }
}
