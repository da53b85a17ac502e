package org.loadline.engine.nodes.loop;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.FlagNode;
import org.loadline.engine.nodes.StatementNode;

/** A statement for the rows that a filter keeps. */
public final class WhereNode extends StatementNode {
  @Child private FlagNode filter;
  @Child private StatementNode body;

  public WhereNode(FlagNode filter, StatementNode body) {
    this.filter = filter;
    this.body = body;
  }

  @Override
  public void execute(VirtualFrame frame) {
    if (filter.execute(frame)) {
      body.execute(frame);
    }
  }
}
