package org.loadline.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.loadline.values.Exact;
import org.loadline.values.Rounding;

/**
 * How the values of a reported number spread over the rows, under both policies.
 *
 * <p>Bin {@code i} counts the rows from {@code from + i · step} up to, but without, the next. They
 * hold all but about a twentieth of the rows at either end; {@code below} and {@code above} count
 * the rest. {@code endless} counts rows whose value is {@code unlimited}.
 */
public record Distribution(
    String name,
    String unit,
    Exact from,
    Exact step,
    List<Bin> bins,
    Bin below,
    Bin above,
    Bin endless) {
  private static final int MOST_BINS = 24;
  private static final int TAIL = 20;
  private static final int SAMPLE = 10_000;

  public Distribution {
    bins = List.copyOf(bins);
  }

  /** Rows under the old policy and under the new one. */
  public record Bin(int before, int after) {
    public static final Bin EMPTY = new Bin(0, 0);
  }

  /** The first value beyond the last bin. */
  public Exact to() {
    return start(bins.size());
  }

  /** Where a bin starts. */
  public Exact start(int bin) {
    return from.plus(step.times(Exact.of(bin)));
  }

  /**
   * Counts every value, in bins that start at round numbers; there must be one value at least.
   * Which values lie at the ends is estimated from {@value #SAMPLE} of either side.
   */
  static Distribution of(
      String name, String unit, List<Exact> before, List<Exact> after, Bin endless) {
    List<Exact> some = Stream.concat(sample(before), sample(after)).sorted().toList();
    Exact low = some.get(some.size() / TAIL);
    Exact high = some.get(some.size() - 1 - some.size() / TAIL);
    Exact step = roundStep(high.minus(low).dividedBy(Exact.of(MOST_BINS - 2)));
    Exact from = Rounding.FLOOR.round(low, step);
    int count = bin(high, from, step) + 1;
    int[] old = counts(before, from, step, count);
    int[] now = counts(after, from, step, count);
    List<Bin> bins = new ArrayList<>();
    for (int at = 1; at <= count; at++) {
      bins.add(new Bin(old[at], now[at]));
    }
    Bin below = new Bin(old[0], now[0]);
    Bin above = new Bin(old[count + 1], now[count + 1]);
    return new Distribution(name, unit, from, step, bins, below, above, endless);
  }

  /** Values at even distances, so that the same rows give the same bins. */
  private static Stream<Exact> sample(List<Exact> values) {
    int every = values.size() / SAMPLE + 1;
    return IntStream.range(0, values.size()).filter(i -> i % every == 0).mapToObj(values::get);
  }

  /** The rows below all bins, in each bin, and above all. */
  private static int[] counts(List<Exact> values, Exact from, Exact step, int bins) {
    int[] counts = new int[bins + 2];
    Exact to = from.plus(step.times(Exact.of(bins)));
    for (Exact value : values) {
      boolean low = value.compareTo(from) < 0;
      boolean high = value.compareTo(to) >= 0;
      counts[low ? 0 : high ? bins + 1 : bin(value, from, step) + 1]++;
    }
    return counts;
  }

  private static int bin(Exact value, Exact from, Exact step) {
    return Rounding.FLOOR.round(value.minus(from).dividedBy(step), Exact.ONE).intValueExact();
  }

  /** The least of …, 0.1, 0.2, 0.5, 1, 2, 5, 10, … that is not below a number; 1 for zero. */
  public static Exact roundStep(Exact least) {
    if (least.signum() <= 0) {
      return Exact.ONE;
    }
    int digits =
        least.numerator().toString().length() - least.denominator().toString().length() - 1;
    Exact power = Exact.of(10).power(digits);
    while (true) {
      for (int factor : List.of(1, 2, 5)) {
        Exact step = power.times(Exact.of(factor));
        if (step.compareTo(least) >= 0) {
          return step;
        }
      }
      power = power.times(Exact.of(10));
    }
  }
}
