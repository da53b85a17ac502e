package org.loadline.engine.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;

/** A truth value that is never missing. */
public abstract class FlagNode extends Node {
  public abstract boolean execute(VirtualFrame frame);
}
