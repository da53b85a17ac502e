package org.loadline.engine.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;

/** A truth value that is never missing. */
public abstract class FlagNode extends RiskNode {
  public abstract boolean execute(VirtualFrame frame);
}
