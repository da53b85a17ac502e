package org.loadline.benchmarks.margin;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Quotients of two 128-bit integers to six places, ties to the even neighbour. */
final class HalfEven {
  private static final long MILLION = 1_000_000L;

  /** Up to here an estimate in floating point is off by less than one. */
  private static final double MOST = 0x1p45;

  /** The same for a denominator of more bits; a small numerator below zero is known to 2^12. */
  private static final int LEAST_BITS = 44;

  /** The numerator times a million stays within 128 bits, sign included. */
  private static final long MOST_HIGH = 1L << 42;

  private HalfEven() {}

  /**
   * {@return numerator / denominator in units of 0.000001}
   *
   * <p>A quotient that does not fit a long is an {@link ArithmeticException}.
   *
   * @param denominatorHigh with {@code denominatorLow} not zero
   */
  static long millionths(
      long numeratorHigh, long numeratorLow, long denominatorHigh, long denominatorLow) {
    double estimate =
        Math.rint(
            approximate(numeratorHigh, numeratorLow)
                * MILLION
                / approximate(denominatorHigh, denominatorLow));
    boolean narrow =
        numeratorHigh < MOST_HIGH
            && numeratorHigh > -MOST_HIGH
            && denominatorHigh >= 0
            && denominatorHigh < MOST_HIGH
            && (denominatorHigh | denominatorLow >>> LEAST_BITS) != 0
            && Math.abs(estimate) < MOST;
    if (!narrow) {
      return slow(numeratorHigh, numeratorLow, denominatorHigh, denominatorLow);
    }
    // The remainder that the estimate leaves tells on which side of the exact quotient it is. Only
    // the remainder needs to fit: it is at most twice the denominator.
    long quotient = (long) estimate;
    long productLow = quotient * denominatorLow;
    long productHigh =
        quotient * denominatorHigh
            + Math.unsignedMultiplyHigh(quotient, denominatorLow)
            - (quotient >> 63 & denominatorLow);
    long scaledLow = numeratorLow * MILLION;
    long scaledHigh = numeratorHigh * MILLION + Math.unsignedMultiplyHigh(numeratorLow, MILLION);
    long low = scaledLow - productLow;
    long high = scaledHigh - productHigh - below(scaledLow, productLow);

    // Twice the remainder against the denominator, from both sides.
    long twiceLow = low << 1;
    long twiceHigh = high << 1 | low >>> 63;
    long aboveLow = denominatorLow - twiceLow;
    long aboveHigh = denominatorHigh - twiceHigh - below(denominatorLow, twiceLow);
    long odd = quotient & 1;
    if (aboveHigh < 0 || (aboveHigh | aboveLow | (odd ^ 1)) == 0) {
      return quotient + 1;
    }
    long sumLow = denominatorLow + twiceLow;
    long sumHigh = denominatorHigh + twiceHigh + below(sumLow, twiceLow);
    if (sumHigh < 0 || (sumHigh | sumLow | (odd ^ 1)) == 0) {
      return quotient - 1;
    }
    return quotient;
  }

  static BigInteger whole(long high, long low) {
    return BigInteger.valueOf(high)
        .shiftLeft(Long.SIZE)
        .add(BigInteger.valueOf(low >>> 1).shiftLeft(1))
        .add(BigInteger.valueOf(low & 1));
  }

  private static long slow(
      long numeratorHigh, long numeratorLow, long denominatorHigh, long denominatorLow) {
    return new BigDecimal(whole(numeratorHigh, numeratorLow))
        .divide(new BigDecimal(whole(denominatorHigh, denominatorLow)), 6, RoundingMode.HALF_EVEN)
        .unscaledValue()
        .longValueExact();
  }

  private static double approximate(long high, long low) {
    return high * 0x1p64 + (low >>> 1) * 2.0;
  }

  private static long below(long a, long b) {
    return Long.compareUnsigned(a, b) < 0 ? 1 : 0;
  }
}
