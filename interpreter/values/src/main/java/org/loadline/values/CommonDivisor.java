package org.loadline.values;

import java.math.BigInteger;

/**
 * The greatest common divisor of two numbers, one of which is not zero.
 *
 * <p>Nearly all fractions have a denominator that fits in a long. There the work is done on longs,
 * which takes a fraction of the time of {@link BigInteger#gcd}.
 */
final class CommonDivisor {
  private CommonDivisor() {}

  static BigInteger of(BigInteger value, BigInteger denominator) {
    if (denominator.equals(BigInteger.ONE)) {
      return BigInteger.ONE;
    }
    if (denominator.bitLength() >= Long.SIZE) {
      return value.gcd(denominator);
    }
    long rest = Math.abs(value.remainder(denominator).longValue());
    long divisor = rest == 0 ? denominator.longValue() : binary(rest, denominator.longValue());
    return divisor == 1 ? BigInteger.ONE : BigInteger.valueOf(divisor);
  }

  /** Stein's algorithm: halving and subtracting, for two numbers above zero. */
  private static long binary(long first, long second) {
    int twos = Long.numberOfTrailingZeros(first | second);
    long a = first >>> Long.numberOfTrailingZeros(first);
    long b = second >>> Long.numberOfTrailingZeros(second);
    while (a != b) {
      long greater = Math.max(a, b);
      long less = Math.min(a, b);
      long difference = greater - less;
      a = difference >>> Long.numberOfTrailingZeros(difference);
      b = less;
    }
    return a << twos;
  }
}
