package org.loadline.benchmarks.ordered;

import java.util.function.Supplier;
import org.loadline.benchmarks.race.Contender;
import org.loadline.benchmarks.race.Jvm;

/**
 * The policy by hand in words of 64 bits, for the declared ranges: the rows of an account are put
 * in order by insertion, once for each order. Nothing is allocated but the answers.
 */
final class LongOrdered implements Contender<Answers> {
  private static final int PER_ACCOUNT = Losses.PER_ACCOUNT;

  private final Losses losses;

  LongOrdered(Losses losses) {
    this.losses = losses;
  }

  @Override
  public String name() {
    return "Java, exact, by hand";
  }

  @Override
  public String engine() {
    return Jvm.COMPILER;
  }

  @Override
  public Supplier<Answers> run() {
    int accounts = losses.accounts();
    long[] taken = new long[losses.positions()];
    int[] rank = new int[losses.positions()];
    long[] largestThree = new long[accounts];
    long[] smoothed = new long[accounts];
    int[] served = new int[accounts];
    int[] order = new int[PER_ACCOUNT];
    long total = 0;
    for (int account = 0; account < accounts; account++) {
      int first = account * PER_ACCOUNT;
      descending(losses.profit(), first, order);
      long left = losses.loss()[account];
      for (int row : order) {
        served[account] += left > 0 ? 1 : 0;
        taken[row] = Math.max(0, Math.min(losses.size()[row], left));
        left -= taken[row];
        total += taken[row];
      }
      descending(losses.size(), first, order);
      for (int place = 0; place < PER_ACCOUNT; place++) {
        rank[order[place]] = place + 1;
        largestThree[account] += place < 3 ? losses.size()[order[place]] : 0;
      }
      smoothed[account] = smoothed(first);
    }
    long sum = total;
    return () -> new Answers(taken, rank, largestThree, smoothed, served, sum);
  }

  /** The rows of an account, the greatest value first; of equal ones the first. */
  private static void descending(long[] values, int first, int[] order) {
    for (int i = 0; i < PER_ACCOUNT; i++) {
      int row = first + i;
      int at = i;
      while (at > 0 && values[order[at - 1]] < values[row]) {
        order[at] = order[at - 1];
        at--;
      }
      order[at] = row;
    }
  }

  /** In millionths of a USD, each turn rounded half to even. */
  private long smoothed(int first) {
    long value = 0;
    for (int row = first; row < first + PER_ACCOUNT; row++) {
      long tenths = value * 9 + losses.profit()[row] * 10_000;
      long whole = Math.floorDiv(tenths, 10);
      long rest = tenths - whole * 10;
      boolean up = rest > 5 || (rest == 5 && (whole & 1) != 0);
      value = whole + (up ? 1 : 0);
    }
    return value;
  }
}
