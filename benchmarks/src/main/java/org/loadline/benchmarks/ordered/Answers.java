package org.loadline.benchmarks.ordered;

import java.util.Arrays;
import org.loadline.benchmarks.race.Verdict;

/**
 * What all who take part answer, in hundredths of a USD; what is smoothed in millionths.
 *
 * @param served how many positions the loss of an account is taken from
 */
record Answers(
    long[] taken, int[] rank, long[] largestThree, long[] smoothed, int[] served, long total) {
  Verdict verdict(Answers expected) {
    if (!Arrays.equals(taken, expected.taken) || total != expected.total) {
      return Verdict.wrong("what is taken");
    }
    if (!Arrays.equals(rank, expected.rank)) {
      return Verdict.wrong("ranks");
    }
    if (!Arrays.equals(largestThree, expected.largestThree)) {
      return Verdict.wrong("the largest three");
    }
    if (!Arrays.equals(smoothed, expected.smoothed) || !Arrays.equals(served, expected.served)) {
      return Verdict.wrong("what is carried");
    }
    return Verdict.RIGHT;
  }
}
