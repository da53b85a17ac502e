package org.loadline.engine.run;

import org.loadline.engine.load.FactChanges;
import org.loadline.engine.load.FactColumn;

/** The rows of a fact that differ, ascending, with their cells before and after. */
record Difference(int[] rows, FactColumn before, FactColumn after) {
  /** Of two columns of one size. */
  static Difference between(FactColumn from, FactColumn to) {
    int[] rows = FactChanges.of(to).differing(from);
    return new Difference(rows, from.at(rows), to.at(rows));
  }
}
