package org.loadline.engine.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;
import org.loadline.engine.code.PlaceOp;

/** A row, a member, a text or an optional flag, by its place. */
public abstract class IndexNode extends Node {
  /** Stands for {@code none}. */
  public static final int NONE = PlaceOp.NONE;

  public abstract int execute(VirtualFrame frame);
}
