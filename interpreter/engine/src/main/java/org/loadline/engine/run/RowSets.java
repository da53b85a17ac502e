package org.loadline.engine.run;

import java.util.BitSet;

/** Sets of rows, as lists in ascending order. */
final class RowSets {
  private RowSets() {}

  static BitSet of(int[] rows) {
    BitSet set = new BitSet(rows.length == 0 ? 0 : rows[rows.length - 1] + 1);
    for (int row : rows) {
      set.set(row);
    }
    return set;
  }

  static int[] list(BitSet set) {
    int[] rows = new int[set.cardinality()];
    int count = 0;
    for (int row = set.nextSetBit(0); row >= 0; row = set.nextSetBit(row + 1)) {
      rows[count++] = row;
    }
    return rows;
  }

  /** The rows at some places of a list. */
  static int[] at(int[] rows, int[] places) {
    int[] some = new int[places.length];
    for (int at = 0; at < places.length; at++) {
      some[at] = rows[places[at]];
    }
    return some;
  }
}
