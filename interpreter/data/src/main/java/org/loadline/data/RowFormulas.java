package org.loadline.data;

import java.util.ServiceLoader;
import org.loadline.core.Expr;
import org.loadline.core.Program;

/**
 * Works formulas on the rows of a snapshot out, for keys of groups that are more than paths. An
 * evaluator provides it.
 */
public interface RowFormulas {
  /** For the rows of a snapshot, whose later groups are not made yet. */
  Rows on(Program program, Snapshot snapshot);

  /** One formula at one row. */
  interface Rows {
    /** The formula, whose frame has {@code slots} slots, with the row in slot 0. */
    Outcome value(Expr formula, int slots, RowAt row);
  }

  /** The evaluator at hand. */
  static RowFormulas atHand() {
    return ServiceLoader.load(RowFormulas.class, RowFormulas.class.getClassLoader())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no evaluator works out keys of groups"));
  }
}
