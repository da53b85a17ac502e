package org.loadline.engine.nodes.order;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.LoopNode;
import org.loadline.engine.nodes.StatementNode;

/** The elements of an order, as it has them. */
public final class RankedRowsNode extends StatementNode {
  @Child private StatementNode body;
  @Child private Slice slice;
  private final int slot;

  public RankedRowsNode(int slot, StatementNode body, Slice slice) {
    this.slot = slot;
    this.body = body;
    this.slice = slice;
  }

  @Override
  public void execute(VirtualFrame frame) {
    Ranking ranking = slice.ranking(frame);
    int count = slice.count(frame, ranking);
    for (int place = 0; place < count; place++) {
      frame.setIntStatic(slot, ranking.at(place));
      body.execute(frame);
    }
    if (CompilerDirectives.hasNextTier()) {
      LoopNode.reportLoopCount(this, count);
    }
  }
}
