package org.loadline.benchmarks.lending;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Division of two words by one against {@link BigInteger}. */
class DivisorTest {
  @Test
  void byAnyWord() {
    Random random = new Random(1);
    for (int i = 0; i < 100_000; i++) {
      check(random, new BigInteger(1 + random.nextInt(64), random).setBit(0));
    }
  }

  @Test
  void byTheLeastAndTheGreatestWord() {
    BigInteger greatest = BigInteger.ONE.shiftLeft(Long.SIZE).subtract(BigInteger.ONE);
    for (BigInteger word : List.of(BigInteger.ONE, BigInteger.TWO, greatest)) {
      for (int seed = 0; seed < 1_000; seed++) {
        check(new Random(seed), word);
      }
    }
  }

  /** Divides a multiple, and its neighbours, so that rests of all kinds are met. */
  private static void check(Random random, BigInteger by) {
    Divisor divisor = Divisor.of(by);
    BigInteger word = by.shiftLeft(divisor.shift());
    BigInteger quotient = new BigInteger(Long.SIZE, random);
    BigInteger rest =
        switch (random.nextInt(3)) {
          case 0 -> BigInteger.ZERO;
          case 1 -> word.subtract(BigInteger.ONE);
          default -> new BigInteger(Long.SIZE + 8, random).mod(word);
        };
    BigInteger dividend = quotient.multiply(word).add(rest);
    long actual =
        Divisor.quotient(
            dividend.shiftRight(Long.SIZE).longValue(),
            dividend.longValue(),
            divisor.word(),
            divisor.inverse());
    assertEquals(quotient.longValue(), actual, () -> dividend + " / " + word);
  }
}
