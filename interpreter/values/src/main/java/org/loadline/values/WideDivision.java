package org.loadline.values;

/**
 * Division of 128-bit numbers, rounded.
 *
 * <p>Schoolbook long division with digits of 32 bits (Knuth, The Art of Computer Programming 4.3.1,
 * Algorithm D) on magnitudes; the sign and the rounding come last.
 */
final class WideDivision {
  private static final long DIGIT = 0xFFFF_FFFFL;

  private WideDivision() {}

  static Int128 rounded(Int128 numerator, long divisor, Rounding rounding) {
    boolean negative = (numerator.hi() ^ divisor) < 0;
    return rounded(numerator.abs(), Math.abs(divisor), negative, rounding);
  }

  static Int128 rounded(Int128 numerator, Int128 divisor, Rounding rounding) {
    boolean negative = (numerator.hi() ^ divisor.hi()) < 0;
    Int128 by = divisor.abs();
    return by.hi() == 0
        ? rounded(numerator.abs(), by.lo(), negative, rounding)
        : rounded(numerator.abs(), by, negative, rounding);
  }

  private static Int128 rounded(Int128 magnitude, long by, boolean negative, Rounding rounding) {
    long high = 0;
    long rest = 0;
    long low;
    if (magnitude.hi() == 0) {
      low = Long.divideUnsigned(magnitude.lo(), by);
    } else {
      high = Long.divideUnsigned(magnitude.hi(), by);
      rest = magnitude.hi() - high * by;
      low = rest == 0 ? Long.divideUnsigned(magnitude.lo(), by) : digits(rest, magnitude.lo(), by);
    }
    rest = magnitude.lo() - low * by;
    int half = Long.compareUnsigned(rest, by - rest);
    return signed(new Int128(high, low), negative, rest == 0, half, rounding);
  }

  /** Divides by at least 2^64, so that the quotient needs less than a word. */
  private static Int128 rounded(Int128 magnitude, Int128 by, boolean negative, Rounding rounding) {
    long quotient = estimate(magnitude, by);
    Int128 rest = magnitude.minus(by.times(new Int128(0, quotient)));
    if (compareUnsigned(rest, by) >= 0) {
      quotient++;
      rest = rest.minus(by);
    }
    int half = compareUnsigned(rest, by.minus(rest));
    boolean exact = (rest.hi() | rest.lo()) == 0;
    return signed(new Int128(0, quotient), negative, exact, half, rounding);
  }

  /**
   * Returns the quotient of two magnitudes or one less; the divisor is at least 2^64.
   *
   * <p>The divisor is cut to its upper 64 significant bits and the numerator halved, so that one
   * division by one word serves. Cutting the divisor makes the quotient too large by at most one,
   * hence the step down.
   */
  private static long estimate(Int128 magnitude, Int128 by) {
    int shift = Long.numberOfLeadingZeros(by.hi());
    long top = shift == 0 ? by.hi() : by.hi() << shift | by.lo() >>> (64 - shift);
    long halvedHigh = magnitude.hi() >>> 1;
    long halvedLow = magnitude.hi() << 63 | magnitude.lo() >>> 1;
    long quotient = digits(halvedHigh, halvedLow, top) >>> (63 - shift);
    return quotient == 0 ? 0 : quotient - 1;
  }

  /** Returns {@code (high · 2^64 + low) / by} of unsigned numbers, where {@code high < by}. */
  private static long digits(long high, long low, long by) {
    int shift = Long.numberOfLeadingZeros(by);
    long divisor = by << shift;
    long upper = shift == 0 ? high : high << shift | low >>> (64 - shift);
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

  private static Int128 signed(
      Int128 truncated, boolean negative, boolean exact, int half, Rounding rounding) {
    boolean grows = rounding.grows(negative, (truncated.lo() & 1) != 0, exact, half);
    Int128 magnitude = grows ? truncated.plus(new Int128(0, 1)) : truncated;
    return negative ? magnitude.negate() : magnitude;
  }

  private static int compareUnsigned(Int128 a, Int128 b) {
    return a.hi() == b.hi()
        ? Long.compareUnsigned(a.lo(), b.lo())
        : Long.compareUnsigned(a.hi(), b.hi());
  }
}
