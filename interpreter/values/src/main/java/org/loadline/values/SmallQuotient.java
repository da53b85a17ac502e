package org.loadline.values;

/**
 * Division of 128-bit numbers whose quotient is small, rounded: estimated in floating point and
 * decided by the exact remainder.
 *
 * <p>The estimate is less than a quarter away from the quotient. Brought to a whole number in the
 * way that is asked for, it is nearly always right, so that hardly a branch is mispredicted; the
 * remainder that it leaves is less than twice the divisor and fits, even where the numerator times
 * a power of ten would not.
 */
final class SmallQuotient {
  /** Below it an error of 2^-50 of a quotient is less than a quarter. */
  private static final double MOST = 0x1p48;

  /** Twice a remainder stays within 128 bits. */
  private static final long MOST_HIGH = 1L << 61;

  /** Numbers below it are not near enough to their floating point number. */
  private static final int LEAST_BITS = 53;

  private SmallQuotient() {}

  /** A quotient, but for 2^-50 of itself and 2^-40. */
  static double estimate(Int128 numerator, Int128 divisor) {
    return near(numerator) / near(divisor);
  }

  private static double near(Int128 number) {
    return number.hi() * 0x1p64 + (number.lo() >>> 1) * 2.0;
  }

  /** Whether {@link #rounded} may be asked. */
  static boolean serves(double estimate, Int128 divisor) {
    return divisor.hi() >= 0
        && divisor.hi() < MOST_HIGH
        && (divisor.hi() | divisor.lo() >>> LEAST_BITS) != 0
        && Math.abs(estimate) < MOST;
  }

  /** The whole number that a way of rounding picks for a quotient that was estimated. */
  static long rounded(Int128 numerator, Int128 divisor, double estimate, Rounding rounding) {
    return switch (rounding) {
      case HALF_EVEN, HALF_UP -> nearest(numerator, divisor, (long) Math.rint(estimate), rounding);
      case FLOOR, CEIL, TRUNCATE, AWAY ->
          directed(numerator, divisor, (long) Math.floor(estimate), rounding);
    };
  }

  private static long nearest(Int128 numerator, Int128 divisor, long quotient, Rounding rounding) {
    Int128 rest = rest(numerator, divisor, quotient);
    Int128 twice = rest.plus(rest);
    boolean odd = (quotient & 1) != 0;
    if (reached(divisor.minus(twice), rounding == Rounding.HALF_UP ? numerator.hi() >= 0 : odd)) {
      return quotient + 1;
    }
    if (reached(divisor.plus(twice), rounding == Rounding.HALF_UP ? numerator.hi() < 0 : odd)) {
      return quotient - 1;
    }
    return quotient;
  }

  /**
   * Whether the next whole number is the nearest.
   *
   * @param lacking what twice the distance lacks to the divisor
   * @param tie whether a tie goes there
   */
  private static boolean reached(Int128 lacking, boolean tie) {
    return lacking.hi() < 0 || (lacking.hi() | lacking.lo() | (tie ? 0 : 1)) == 0;
  }

  private static long directed(Int128 numerator, Int128 divisor, long floor, Rounding rounding) {
    long quotient = floor;
    Int128 rest = rest(numerator, divisor, quotient);
    if (rest.hi() < 0) {
      quotient--;
      rest = rest.plus(divisor);
    } else if (rest.compareTo(divisor) >= 0) {
      quotient++;
      rest = rest.minus(divisor);
    }
    boolean grows =
        switch (rounding) {
          case FLOOR, HALF_EVEN, HALF_UP -> false;
          case CEIL -> true;
          case TRUNCATE -> numerator.hi() < 0;
          case AWAY -> numerator.hi() >= 0;
        };
    return grows && (rest.hi() | rest.lo()) != 0 ? quotient + 1 : quotient;
  }

  private static Int128 rest(Int128 numerator, Int128 divisor, long quotient) {
    return numerator.minus(divisor.times(quotient));
  }
}
