package org.loadline.engine.nodes.number;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.table.AskedLookup;
import org.loadline.values.Exact;

/** The number that a lookup of a rare make gives. */
public final class AskedNumberNode extends ExactNode {
  @Child private AskedLookup lookup;

  public AskedNumberNode(AskedLookup lookup) {
    this.lookup = lookup;
  }

  @Override
  protected Exact computeExact(VirtualFrame frame) {
    return (Exact) lookup.execute(frame);
  }
}
