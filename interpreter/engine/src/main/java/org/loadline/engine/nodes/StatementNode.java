package org.loadline.engine.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;

/** Fills slots of the frame or cells of columns. */
public abstract class StatementNode extends RiskNode {
  public abstract void execute(VirtualFrame frame);
}
