package org.loadline.generated;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Choices from a seed: the same seed makes the same choices everywhere. */
final class Draw {
  private final SplittableRandom random;

  Draw(long seed) {
    this(new SplittableRandom(seed));
  }

  private Draw(SplittableRandom random) {
    this.random = random;
  }

  /** Choices of their own, so that more of them here change nothing there. */
  Draw split() {
    return new Draw(random.split());
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /** Both ends belong to it. */
  int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  <T> T of(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  @SafeVarargs
  final <T> T of(T... values) {
    return values[random.nextInt(values.length)];
  }

  /** A whole number with at most that many bits, not below zero. */
  BigInteger bits(int most) {
    BigInteger value = BigInteger.ZERO;
    for (int done = 0; done < most; done += 32) {
      int take = Math.min(32, most - done);
      long part = random.nextLong() & ((1L << take) - 1);
      value = value.shiftLeft(take).or(BigInteger.valueOf(part));
    }
    return value;
  }

  <T> List<T> shuffled(List<T> list) {
    List<T> rest = new ArrayList<>(list);
    List<T> result = new ArrayList<>();
    while (!rest.isEmpty()) {
      result.add(rest.remove(random.nextInt(rest.size())));
    }
    return result;
  }
}
