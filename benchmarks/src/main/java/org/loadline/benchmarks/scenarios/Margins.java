package org.loadline.benchmarks.scenarios;

import java.math.BigInteger;
import org.loadline.benchmarks.race.Verdict;

/** The margin of every account and of all, in units of 10^-9 USD, and who covers it. */
public record Margins(long[] margin, boolean[] covered, BigInteger total) {
  static final int PLACES = 9;

  Verdict verdict(Margins first) {
    int others = 0;
    for (int account = 0; account < margin.length; account++) {
      boolean same =
          margin[account] == first.margin[account] && covered[account] == first.covered[account];
      others += same ? 0 : 1;
    }
    boolean totals = total.equals(first.total);
    return others == 0 && totals && margin.length == first.margin.length
        ? Verdict.RIGHT
        : Verdict.wrong(others + " margins differ, totals " + (totals ? "agree" : "differ"));
  }
}
