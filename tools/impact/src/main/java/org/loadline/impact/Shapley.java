package org.loadline.impact;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.loadline.values.Exact;

/** Shapley values: what each of some players adds to a sum that only all of them together make. */
final class Shapley {
  /** Of a standard error; more would say nothing. */
  private static final MathContext DIGITS = new MathContext(3);

  private Shapley() {}

  /**
   * The values, exactly: a sum over all sets of the others, so {@code worth} is asked for every
   * set.
   */
  static List<Exact> exact(int players, Function<BitSet, Exact> worth) {
    List<Exact> weights = weights(players);
    Exact[] values = new Exact[players];
    for (int player = 0; player < players; player++) {
      values[player] = Exact.ZERO;
    }
    for (long set = 0; set < 1L << players; set++) {
      BitSet without = BitSet.valueOf(new long[] {set});
      for (int player = 0; player < players; player++) {
        if (!without.get(player)) {
          BitSet with = (BitSet) without.clone();
          with.set(player);
          Exact adds = worth.apply(with).minus(worth.apply(without));
          values[player] = values[player].plus(adds.times(weights.get(without.cardinality())));
        }
      }
    }
    return List.of(values);
  }

  /** The share of orders in which exactly these {@code size} come before a player. */
  private static List<Exact> weights(int players) {
    return IntStream.range(0, players)
        .mapToObj(
            size ->
                Exact.ofFraction(
                    factorial(size).multiply(factorial(players - size - 1)), factorial(players)))
        .toList();
  }

  private static BigInteger factorial(int n) {
    return IntStream.rangeClosed(2, n)
        .mapToObj(BigInteger::valueOf)
        .reduce(BigInteger.ONE, BigInteger::multiply);
  }

  /** A mean over drawn orders, and its standard error. */
  record Drawn(Exact mean, Exact error) {}

  /** Orders of players, drawn with a seed: the same on every machine. */
  static List<List<Integer>> orders(int players, int orders, long seed) {
    Random random = new Random(seed);
    List<List<Integer>> drawn = new ArrayList<>();
    for (int i = 0; i < orders; i++) {
      List<Integer> order = new ArrayList<>(IntStream.range(0, players).boxed().toList());
      Collections.shuffle(order, random);
      drawn.add(List.copyOf(order));
    }
    return drawn;
  }

  /** Means over some orders: they add up to the whole too, since each order does. */
  static List<Drawn> over(List<List<Integer>> orders, int players, Function<BitSet, Exact> worth) {
    List<List<Exact>> added = new ArrayList<>();
    for (int player = 0; player < players; player++) {
      added.add(new ArrayList<>());
    }
    for (List<Integer> order : orders) {
      BitSet set = new BitSet();
      Exact at = worth.apply((BitSet) set.clone());
      for (int player : order) {
        set.set(player);
        Exact next = worth.apply((BitSet) set.clone());
        added.get(player).add(next.minus(at));
        at = next;
      }
    }
    return added.stream().map(Shapley::drawn).toList();
  }

  private static Drawn drawn(List<Exact> added) {
    Exact count = Exact.of(added.size());
    Exact mean = added.stream().reduce(Exact.ZERO, Exact::plus).dividedBy(count);
    if (added.size() < 2) {
      return new Drawn(mean, Exact.ZERO);
    }
    Exact squares =
        added.stream().map(a -> a.minus(mean).times(a.minus(mean))).reduce(Exact.ZERO, Exact::plus);
    Exact variance = squares.dividedBy(count.times(Exact.of(added.size() - 1)));
    return new Drawn(mean, root(variance));
  }

  private static Exact root(Exact number) {
    BigDecimal decimal =
        new BigDecimal(number.numerator())
            .divide(new BigDecimal(number.denominator()), MathContext.DECIMAL128);
    return Exact.of(decimal.sqrt(MathContext.DECIMAL128).round(DIGITS));
  }
}
