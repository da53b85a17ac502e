package org.loadline.engine.load;

import java.math.BigInteger;
import org.loadline.engine.nodes.Mark;
import org.loadline.values.Exact;

/**
 * A sum over all rows, to which each stretch of rows adds its part. Threads share it.
 *
 * <p>Parts at the scale of its column are added up as whole numbers, so that none is reduced.
 */
public final class RunningTotal {
  private final FactColumn column;
  private BigInteger whole = BigInteger.ZERO;
  private Exact rest = Exact.ZERO;
  private boolean faulted;

  /**
   * @param column of one row, where the sum is left
   */
  RunningTotal(FactColumn column) {
    this.column = column;
  }

  /** Adds a whole number, times ten to the power of {@code -scale}. */
  public synchronized void add(BigInteger part, int scale) {
    if (column.holdsDecimals(scale)) {
      whole = whole.add(part);
    } else {
      rest = rest.plus(Exact.ofUnscaled(part, scale));
    }
  }

  public synchronized void add(Exact part) {
    rest = rest.plus(part);
  }

  /** A row's part is a fault, so the sum is one. */
  public synchronized void fault() {
    faulted = true;
  }

  /** Leaves the sum in the column. */
  synchronized void close() {
    if (faulted) {
      column.mark(0, Mark.FAULT);
    } else if (rest.signum() != 0 || !column.putWhole(0, whole)) {
      Exact sum = whole.signum() == 0 ? rest : rest.plus(column.decimal(whole));
      if (sum.exceedsLimit()) {
        column.mark(0, Mark.FAULT);
      } else {
        column.put(0, sum);
      }
    }
  }
}
