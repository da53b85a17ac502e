package org.loadline.engine.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;

/** Fills slots of the frame or cells of columns. */
public abstract class StatementNode extends Node {
  public abstract void execute(VirtualFrame frame);
}
