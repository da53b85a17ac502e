package org.loadline.engine.load;

import org.loadline.engine.nodes.Mark;
import org.loadline.values.Exact;

/** A sum over all rows, to which each stretch of rows adds its part. Threads share it. */
public final class RunningTotal {
  private Exact sum = Exact.ZERO;
  private boolean faulted;

  public synchronized void add(Exact part) {
    sum = sum.plus(part);
  }

  /** A row's part is a fault, so the sum is one. */
  public synchronized void fault() {
    faulted = true;
  }

  /** Leaves the sum in a column of one row. */
  public synchronized void into(FactColumn column) {
    if (faulted || sum.exceedsLimit()) {
      column.mark(0, Mark.FAULT);
    } else {
      column.put(0, sum);
    }
  }
}
