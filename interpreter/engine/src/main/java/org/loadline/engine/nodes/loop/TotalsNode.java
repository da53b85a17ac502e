package org.loadline.engine.nodes.loop;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import org.loadline.engine.nodes.StatementNode;

/** The sums over the rows of a pass: run after the last fact of each row. */
public final class TotalsNode extends StatementNode {
  @Children private final TotalNode[] totals;

  public TotalsNode(TotalNode[] totals) {
    this.totals = totals;
  }

  @ExplodeLoop
  public void start(VirtualFrame frame) {
    for (TotalNode total : totals) {
      total.start(frame);
    }
  }

  /** All parts are known before the first is added: then no row is added in part. */
  @Override
  @ExplodeLoop
  public void execute(VirtualFrame frame) {
    for (TotalNode total : totals) {
      total.prepare(frame);
    }
    for (TotalNode total : totals) {
      total.add(frame);
    }
  }

  @ExplodeLoop
  public void end(VirtualFrame frame) {
    for (TotalNode total : totals) {
      total.end(frame);
    }
  }
}
