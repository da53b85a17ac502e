package org.loadline.engine.nodes.frame;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import org.loadline.engine.nodes.IndexNode;
import org.loadline.engine.nodes.StatementNode;

/** A place that is worked out from operands which are first put into slots. */
public final class LetIndexNode extends IndexNode {
  @Children private final StatementNode[] operands;
  @Child private IndexNode value;

  public LetIndexNode(StatementNode[] operands, IndexNode value) {
    this.operands = operands;
    this.value = value;
  }

  @Override
  @ExplodeLoop
  public int execute(VirtualFrame frame) {
    for (StatementNode operand : operands) {
      operand.execute(frame);
    }
    return value.execute(frame);
  }
}
