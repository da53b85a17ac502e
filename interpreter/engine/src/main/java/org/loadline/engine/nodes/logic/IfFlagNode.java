package org.loadline.engine.nodes.logic;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.FlagNode;

/** One of two truth values. */
public final class IfFlagNode extends FlagNode {
  @Child private FlagNode condition;
  @Child private FlagNode yes;
  @Child private FlagNode no;

  public IfFlagNode(FlagNode condition, FlagNode yes, FlagNode no) {
    this.condition = condition;
    this.yes = yes;
    this.no = no;
  }

  @Override
  public boolean execute(VirtualFrame frame) {
    return condition.execute(frame) ? yes.execute(frame) : no.execute(frame);
  }
}
