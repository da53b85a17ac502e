package org.loadline.engine.nodes.table;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.IndexNode;
import org.loadline.values.RowNumber;

/** The row that a lookup of a rare make finds. */
public final class AskedRowNode extends IndexNode {
  @Child private AskedLookup lookup;

  public AskedRowNode(AskedLookup lookup) {
    this.lookup = lookup;
  }

  @Override
  public int execute(VirtualFrame frame) {
    return ((RowNumber) lookup.execute(frame)).index();
  }
}
