package org.loadline.engine.nodes.logic;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.FlagNode;
import org.loadline.engine.nodes.IndexNode;

/** One of two places. */
public final class IfIndexNode extends IndexNode {
  @Child private FlagNode condition;
  @Child private IndexNode yes;
  @Child private IndexNode no;

  public IfIndexNode(FlagNode condition, IndexNode yes, IndexNode no) {
    this.condition = condition;
    this.yes = yes;
    this.no = no;
  }

  @Override
  public int execute(VirtualFrame frame) {
    return condition.execute(frame) ? yes.execute(frame) : no.execute(frame);
  }
}
