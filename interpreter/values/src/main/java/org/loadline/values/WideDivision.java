package org.loadline.values;

/**
 * Division of 128-bit numbers, rounded.
 *
 * <p>Schoolbook long division with digits of 32 bits (Knuth, The Art of Computer Programming 4.3.1,
 * Algorithm D) on magnitudes; the sign and the rounding come last. Branches meet as words, not as
 * records, so that a compiler keeps them in registers.
 */
final class WideDivision {
  private static final long DIGIT = 0xFFFF_FFFFL;

  private WideDivision() {}

  static Int128 rounded(Int128 numerator, long divisor, Rounding rounding) {
    boolean negative = (numerator.hi() ^ divisor) < 0;
    return rounded(numerator.abs(), new Int128(0, Math.abs(divisor)), negative, rounding);
  }

  static Int128 rounded(Int128 numerator, Int128 divisor, Rounding rounding) {
    double estimate = SmallQuotient.estimate(numerator, divisor);
    if (SmallQuotient.serves(estimate, divisor)) {
      return Int128.ofLong(SmallQuotient.rounded(numerator, divisor, estimate, rounding));
    }
    boolean negative = (numerator.hi() ^ divisor.hi()) < 0;
    return rounded(numerator.abs(), divisor.abs(), negative, rounding);
  }

  /** Divides magnitudes, taken as unsigned. */
  private static Int128 rounded(Int128 magnitude, Int128 by, boolean negative, Rounding rounding) {
    long high = 0;
    long low;
    long restHigh;
    long restLow;
    if (by.hi() == 0) {
      long rest = 0;
      if (magnitude.hi() != 0) {
        high = Long.divideUnsigned(magnitude.hi(), by.lo());
        rest = magnitude.hi() - high * by.lo();
      }
      low =
          rest == 0
              ? Long.divideUnsigned(magnitude.lo(), by.lo())
              : quotient(rest, magnitude.lo(), by.lo());
      restHigh = 0;
      restLow = magnitude.lo() - low * by.lo();
    } else {
      low = divided(magnitude, by);
      long part = low * by.lo();
      restLow = magnitude.lo() - part;
      restHigh =
          magnitude.hi()
              - low * by.hi()
              - Math.unsignedMultiplyHigh(low, by.lo())
              - Int256.carry(magnitude.lo(), part);
      if (compareUnsigned(restHigh, restLow, by.hi(), by.lo()) >= 0) {
        low++;
        restHigh = restHigh - by.hi() - Int256.carry(restLow, by.lo());
        restLow -= by.lo();
      }
    }
    boolean exact = (restHigh | restLow) == 0;
    long lack = by.hi() - restHigh - Int256.carry(by.lo(), restLow);
    int half = compareUnsigned(restHigh, restLow, lack, by.lo() - restLow);
    long more = rounding.grows(negative, (low & 1) != 0, exact, half) ? 1 : 0;
    long grown = low + more;
    return new Int128(high + Int256.carry(grown, more), grown).signed(negative ? -1 : 0);
  }

  /**
   * Returns the quotient of two magnitudes or one less; the divisor is at least 2^64.
   *
   * <p>The divisor is cut to its upper 64 significant bits and the numerator halved, so that one
   * division by one word serves. Cutting the divisor makes the quotient too large by at most one,
   * hence the step down.
   */
  private static long divided(Int128 magnitude, Int128 by) {
    int shift = Long.numberOfLeadingZeros(by.hi());
    long top = by.hi() << shift | by.lo() >>> 1 >>> (63 - shift);
    long halvedHigh = magnitude.hi() >>> 1;
    long halvedLow = magnitude.hi() << 63 | magnitude.lo() >>> 1;
    long quotient = quotient(halvedHigh, halvedLow, top) >>> (63 - shift);
    return quotient == 0 ? 0 : quotient - 1;
  }

  /** Returns {@code (high · 2^64 + low) / by} of unsigned numbers, where {@code high < by}. */
  static long quotient(long high, long low, long by) {
    int shift = Long.numberOfLeadingZeros(by);
    long divisor = by << shift;
    long upper = high << shift | low >>> 1 >>> (63 - shift);
    long lower = low << shift;
    long first = digit(upper, lower >>> 32, divisor);
    long middle = (upper << 32 | lower >>> 32) - first * divisor;
    return first << 32 | digit(middle, lower & DIGIT, divisor);
  }

  /**
   * Returns {@code (upper · 2^32 + next) / divisor}, which has 32 bits; the divisor's highest bit
   * is set and {@code upper < divisor}.
   */
  private static long digit(long upper, long next, long divisor) {
    long divisorHigh = divisor >>> 32;
    long divisorLow = divisor & DIGIT;
    long digit = Long.divideUnsigned(upper, divisorHigh);
    long rest = upper - digit * divisorHigh;
    // The trial digit is never too small and at most two too large; one of 33 bits is found out by
    // the same comparison, because upper < divisor.
    while (Long.compareUnsigned(digit * divisorLow, rest << 32 | next) > 0) {
      digit--;
      rest += divisorHigh;
      if (rest > DIGIT) {
        break;
      }
    }
    return digit;
  }

  private static int compareUnsigned(long aHigh, long aLow, long bHigh, long bLow) {
    return aHigh == bHigh ? Long.compareUnsigned(aLow, bLow) : Long.compareUnsigned(aHigh, bHigh);
  }
}
