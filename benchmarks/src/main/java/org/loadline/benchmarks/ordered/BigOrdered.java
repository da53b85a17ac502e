package org.loadline.benchmarks.ordered;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.loadline.benchmarks.race.Contender;
import org.loadline.benchmarks.race.Jvm;

/** The policy as the rules read, account by account, with {@link BigDecimal} and sorted lists. */
final class BigOrdered implements Contender<Answers> {
  private static final BigDecimal KEPT = new BigDecimal("0.9");
  private static final BigDecimal ADDED = new BigDecimal("0.1");
  private static final int PLACES = 6;

  private final Losses losses;
  private final BigDecimal[] loss;
  private final BigDecimal[] size;
  private final BigDecimal[] profit;

  BigOrdered(Losses losses) {
    this.losses = losses;
    this.loss = dollars(losses.loss());
    this.size = dollars(losses.size());
    this.profit = dollars(losses.profit());
  }

  private static BigDecimal[] dollars(long[] hundredths) {
    return IntStream.range(0, hundredths.length)
        .mapToObj(i -> BigDecimal.valueOf(hundredths[i], 2))
        .toArray(BigDecimal[]::new);
  }

  @Override
  public String name() {
    return "Java, BigDecimal";
  }

  @Override
  public String engine() {
    return Jvm.COMPILER;
  }

  @Override
  public Supplier<Answers> run() {
    BigDecimal[] taken = new BigDecimal[losses.positions()];
    int[] rank = new int[losses.positions()];
    BigDecimal[] largestThree = new BigDecimal[losses.accounts()];
    BigDecimal[] smoothed = new BigDecimal[losses.accounts()];
    int[] served = new int[losses.accounts()];
    BigDecimal total = BigDecimal.ZERO;
    for (int account = 0; account < losses.accounts(); account++) {
      BigDecimal left = loss[account];
      for (int row : descending(profit, account)) {
        served[account] += left.signum() > 0 ? 1 : 0;
        taken[row] = size[row].min(left).max(BigDecimal.ZERO);
        left = left.subtract(taken[row]);
        total = total.add(taken[row]);
      }
      int place = 0;
      largestThree[account] = BigDecimal.ZERO;
      for (int row : descending(size, account)) {
        rank[row] = ++place;
        largestThree[account] =
            place <= 3 ? largestThree[account].add(size[row]) : largestThree[account];
      }
      smoothed[account] = smoothed(account);
    }
    BigDecimal sum = total;
    return () ->
        new Answers(
            units(taken, 2),
            rank,
            units(largestThree, 2),
            units(smoothed, PLACES),
            served,
            Losses.units(sum, 2));
  }

  private static List<Integer> descending(BigDecimal[] values, int account) {
    int first = account * Losses.PER_ACCOUNT;
    return IntStream.range(first, first + Losses.PER_ACCOUNT)
        .boxed()
        .sorted(Comparator.comparing((Integer row) -> values[row]).reversed())
        .toList();
  }

  private BigDecimal smoothed(int account) {
    BigDecimal value = BigDecimal.ZERO;
    for (int i = 0; i < Losses.PER_ACCOUNT; i++) {
      BigDecimal added = profit[account * Losses.PER_ACCOUNT + i].multiply(ADDED);
      value = value.multiply(KEPT).add(added).setScale(PLACES, RoundingMode.HALF_EVEN);
    }
    return value;
  }

  private static long[] units(BigDecimal[] amounts, int places) {
    long[] units = new long[amounts.length];
    for (int i = 0; i < amounts.length; i++) {
      units[i] = Losses.units(amounts[i], places);
    }
    return units;
  }
}
