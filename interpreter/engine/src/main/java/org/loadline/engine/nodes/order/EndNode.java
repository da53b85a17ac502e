package org.loadline.engine.nodes.order;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.IndexNode;

/** The first element of an order, or the last; fails if there is none. */
public final class EndNode extends IndexNode {
  @Child private Slice slice;
  private final boolean last;
  private final boolean own;

  public EndNode(Slice slice, boolean last, boolean own) {
    this.slice = slice;
    this.last = last;
    this.own = own;
  }

  @Override
  public int execute(VirtualFrame frame) {
    Ranking ranking = slice.ranking(frame);
    int count = slice.count(frame, ranking);
    if (count == 0) {
      throw Failure.of(own);
    }
    return ranking.at(last ? count - 1 : 0);
  }
}
