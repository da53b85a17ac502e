package org.loadline.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.loadline.values.Exact;

/** Shapley values, held against the mean over all orders. */
class ShapleyTest {
  /** A worth for every set, with interplay of all kinds. */
  private static Function<BitSet, Exact> drawn(int players, long seed) {
    Random random = new Random(seed);
    List<Exact> worth = new ArrayList<>(List.of(Exact.ZERO));
    for (int set = 1; set < 1 << players; set++) {
      worth.add(Exact.ofFraction(random.nextInt(-1000, 1000), 1 + random.nextInt(7)));
    }
    return set -> worth.get(set.isEmpty() ? 0 : (int) set.toLongArray()[0]);
  }

  private static List<List<Integer>> permutations(List<Integer> left) {
    if (left.isEmpty()) {
      return List.of(List.of());
    }
    List<List<Integer>> all = new ArrayList<>();
    for (Integer first : left) {
      List<Integer> rest = new ArrayList<>(left);
      rest.remove(first);
      for (List<Integer> tail : permutations(rest)) {
        List<Integer> one = new ArrayList<>(List.of(first));
        one.addAll(tail);
        all.add(one);
      }
    }
    return all;
  }

  private static Exact sum(List<Exact> parts) {
    return parts.stream().reduce(Exact.ZERO, Exact::plus);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void theyAreTheMeanOverAllOrders(int players) {
    Function<BitSet, Exact> worth = drawn(players, 7L * players);
    List<Exact> exact = Shapley.exact(players, worth);
    List<List<Integer>> orders = permutations(IntStream.range(0, players).boxed().toList());
    List<Exact> means =
        Shapley.over(orders, players, worth).stream().map(Shapley.Drawn::mean).toList();
    assertEquals(means, exact);
    BitSet all = new BitSet();
    all.set(0, players);
    assertEquals(worth.apply(all), sum(exact));
  }

  @Test
  void whoAddsNothingGetsNothingAndEqualsGetTheSame() {
    // Players 0 and 1 only do something together; player 2 adds five; player 3 does nothing.
    Function<BitSet, Exact> worth =
        set -> Exact.of((set.get(0) && set.get(1) ? 10 : 0) + (set.get(2) ? 5 : 0));
    assertEquals(
        List.of(Exact.of(5), Exact.of(5), Exact.of(5), Exact.ZERO), Shapley.exact(4, worth));
  }

  @Test
  void drawnOrdersAddUpAndComeCloseAndAreTheSameAgain() {
    Function<BitSet, Exact> worth = drawn(10, 3);
    List<Shapley.Drawn> first = Shapley.over(Shapley.orders(10, 400, 5), 10, worth);
    assertEquals(first, Shapley.over(Shapley.orders(10, 400, 5), 10, worth));
    BitSet all = new BitSet();
    all.set(0, 10);
    assertEquals(worth.apply(all), sum(first.stream().map(Shapley.Drawn::mean).toList()));
    List<Exact> exact = Shapley.exact(10, worth);
    for (int i = 0; i < 10; i++) {
      Exact off = first.get(i).mean().minus(exact.get(i)).abs();
      assertTrue(
          off.compareTo(first.get(i).error().times(Exact.of(4))) < 0,
          off + " is more than four times " + first.get(i).error());
    }
  }
}
