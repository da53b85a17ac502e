package org.loadline.benchmarks.margin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The division of the hand-written contender against {@link BigDecimal}. */
class HalfEvenTest {
  private static final BigInteger TWO_MILLION = BigInteger.valueOf(2_000_000);

  @Test
  void ofAnyLengthAndSign() {
    Random random = new Random(1);
    for (int i = 0; i < 100_000; i++) {
      BigInteger denominator = drawn(random, 1 + random.nextInt(110));
      int most = Math.min(126, denominator.bitLength() + 42);
      BigInteger numerator = drawn(random, 1 + random.nextInt(most));
      check(random.nextBoolean() ? numerator : numerator.negate(), denominator);
    }
  }

  @Test
  void onATieAndBesideIt() {
    Random random = new Random(2);
    for (int i = 0; i < 100_000; i++) {
      // Half a millionth of the denominator is whole, so an odd multiple of it is a tie.
      BigInteger half = drawn(random, 1 + random.nextInt(80));
      BigInteger odd = BigInteger.valueOf(2L * random.nextInt() + 1);
      BigInteger beside = BigInteger.valueOf(random.nextInt(3) - 1);
      check(half.multiply(odd).add(beside), half.multiply(TWO_MILLION));
    }
  }

  private static BigInteger drawn(Random random, int bits) {
    return new BigInteger(bits, random).setBit(bits - 1);
  }

  private static void check(BigInteger numerator, BigInteger denominator) {
    long expected =
        new BigDecimal(numerator)
            .divide(new BigDecimal(denominator), 6, RoundingMode.HALF_EVEN)
            .unscaledValue()
            .longValueExact();
    long actual =
        HalfEven.millionths(
            high(numerator), numerator.longValue(), high(denominator), denominator.longValue());
    assertEquals(expected, actual, () -> numerator + " / " + denominator);
  }

  private static long high(BigInteger number) {
    return number.shiftRight(Long.SIZE).longValue();
  }
}
