package org.loadline.engine.nodes.loop;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.LoopNode;
import org.loadline.engine.nodes.StatementNode;

/** Every member of a choice. */
public final class CountedNode extends RowsNode {
  private final int count;

  public CountedNode(int slot, StatementNode body, int count) {
    super(slot, body);
    this.count = count;
  }

  @Override
  public void execute(VirtualFrame frame) {
    for (int member = 0; member < count; member++) {
      run(frame, member);
    }
    if (CompilerDirectives.hasNextTier()) {
      LoopNode.reportLoopCount(this, count);
    }
  }
}
