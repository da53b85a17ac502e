package org.loadline.benchmarks.lending;

import java.math.BigInteger;

/**
 * A fixed divisor of one word, shifted so that its highest bit is set, with its inverse: two words
 * by one in two products and no division (Möller and Granlund, Improved division by invariant
 * integers, 2011, Algorithm 4).
 *
 * @param shift how far the dividend must be shifted to the left to match
 * @param inverse (2^128 − 1) / word − 2^64
 */
record Divisor(long word, int shift, long inverse) {
  static Divisor of(BigInteger value) {
    int shift = Long.SIZE - value.bitLength();
    BigInteger word = value.shiftLeft(shift);
    BigInteger all = BigInteger.ONE.shiftLeft(2 * Long.SIZE).subtract(BigInteger.ONE);
    return new Divisor(word.longValue(), shift, all.divide(word).longValue());
  }

  /**
   * {@return (high · 2^64 + low) / word, without signs}
   *
   * <p>What remains is {@code low - quotient * word}.
   *
   * @param high below {@code word}
   */
  static long quotient(long high, long low, long word, long inverse) {
    long sum = inverse * high + low;
    long carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
    long quotient = Math.unsignedMultiplyHigh(inverse, high) + high + carry + 1;
    long rest = low - quotient * word;
    long tooLarge = Long.compareUnsigned(rest, sum) > 0 ? -1 : 0;
    quotient += tooLarge;
    rest += tooLarge & word;
    return Long.compareUnsigned(rest, word) >= 0 ? quotient + 1 : quotient;
  }
}
