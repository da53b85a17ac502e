package org.loadline.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.loadline.values.Exact;
import org.loadline.values.Rounding;

/**
 * Divides an amount among takers by weight, within caps, in whole steps.
 *
 * <p>Each takes the lesser of its cap and its weight times λ. Refilled, λ is the one that uses the
 * amount up, or all are at their caps; once, λ is the amount over the sum of weights. Takes are
 * rounded down to steps; what rounding loses goes one step each to takers below their cap, in the
 * order in which they lose last. A taker without weight takes nothing.
 */
final class Sharing {
  private Sharing() {}

  /** Who takes: a weight of at least zero, a cap if there is one, a step above zero. */
  record Taker(Exact weight, Optional<Exact> cap, Exact step) {
    boolean takesPart() {
      return weight.signum() > 0;
    }

    Exact limited(Exact take) {
      return cap.map(take::min).orElse(take);
    }
  }

  /**
   * What each takes.
   *
   * @param lost the places of takers in the order in which lost steps go to them
   */
  static List<Exact> divide(
      Exact amount, List<Taker> takers, boolean refilled, List<Integer> lost) {
    Exact lambda = refilled ? level(amount, takers) : once(amount, takers);
    List<Exact> takes = new ArrayList<>();
    Exact left = Exact.ZERO;
    for (Taker taker : takers) {
      Exact exact = taker.takesPart() ? taker.limited(taker.weight().times(lambda)) : Exact.ZERO;
      Exact take = Rounding.FLOOR.round(exact, taker.step());
      takes.add(take);
      left = left.plus(exact.minus(take));
    }
    for (int place : lost) {
      Taker taker = takers.get(place);
      Exact more = takes.get(place).plus(taker.step());
      boolean below = taker.cap().isEmpty() || more.compareTo(taker.cap().get()) <= 0;
      if (taker.takesPart() && below && taker.step().compareTo(left) <= 0) {
        takes.set(place, more);
        left = left.minus(taker.step());
      }
    }
    return takes;
  }

  private static Exact once(Exact amount, List<Taker> takers) {
    Exact weights = takers.stream().map(Taker::weight).reduce(Exact.ZERO, Exact::plus);
    return weights.signum() == 0 ? Exact.ZERO : amount.dividedBy(weights);
  }

  /**
   * The level at which the takes make up the amount: takers are put at their caps, those that reach
   * theirs first before the others, until nobody else does at the level that is left.
   */
  private static Exact level(Exact amount, List<Taker> takers) {
    Exact weights = takers.stream().map(Taker::weight).reduce(Exact.ZERO, Exact::plus);
    List<Taker> capped =
        takers.stream()
            .filter(taker -> taker.takesPart() && taker.cap().isPresent())
            .sorted(Comparator.comparing(Sharing::full))
            .toList();
    Exact left = amount;
    Exact reached = Exact.ZERO;
    for (Taker taker : capped) {
      reached = full(taker);
      if (weights.times(reached).compareTo(left) >= 0) {
        return left.dividedBy(weights);
      }
      left = left.minus(taker.cap().orElseThrow());
      weights = weights.minus(taker.weight());
    }
    return weights.signum() == 0 ? reached : left.dividedBy(weights);
  }

  /** The level at which a taker reaches its cap. */
  private static Exact full(Taker taker) {
    return taker.cap().orElseThrow().dividedBy(taker.weight());
  }
}
