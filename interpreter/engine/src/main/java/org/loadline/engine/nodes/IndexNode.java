package org.loadline.engine.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;

/** A row, a member, a text or an optional flag, by its place. */
public abstract class IndexNode extends RiskNode {
  /** Stands for {@code none}. */
  public static final int NONE = -1;

  public abstract int execute(VirtualFrame frame);

  /** Whether it may be {@link #NONE}; asked while nodes are made. */
  public boolean mayBeNone() {
    return true;
  }

  /** Whether any index below it may be none: what most operations say. */
  protected final boolean anyMayBeNone() {
    for (Node child : getChildren()) {
      if (child instanceof IndexNode index && index.mayBeNone()) {
        return true;
      }
    }
    return false;
  }
}
