package org.loadline.benchmarks.margin;

import org.loadline.workload.Workload;

/** Where the rows of each account begin; the last entry is the number of rows. */
final class Rows {
  private Rows() {}

  static int[] ofPositions(Workload workload) {
    return starts(workload.accounts(), workload.positions().account());
  }

  static int[] ofHoldings(Workload workload) {
    return starts(workload.accounts(), workload.holdings().account());
  }

  private static int[] starts(int accounts, int[] account) {
    int[] starts = new int[accounts + 1];
    for (int of : account) {
      starts[of + 1]++;
    }
    for (int i = 0; i < accounts; i++) {
      starts[i + 1] += starts[i];
    }
    return starts;
  }
}
