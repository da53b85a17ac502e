package org.loadline.values;

import java.math.BigInteger;
import java.util.Optional;

/**
 * A whole number above zero whose odd part has one word, made ready to divide by: every power of
 * ten up to the 27th, for one.
 *
 * <p>Division by multiplication (Möller and Granlund, Improved division by invariant integers, IEEE
 * Transactions on Computers 60, 2011, Algorithm 4): what the divisor has of twos is shifted out,
 * and each word of the quotient costs two products.
 *
 * @param odd the odd part, shifted until its highest bit is set
 * @param shift by how many bits it was shifted
 * @param twos how often two divides the divisor
 * @param inverse {@code ⌊(2^128 − 1) / odd⌋ − 2^64}
 * @param half half the divisor, cut
 */
public record WordDivisor(long odd, int shift, int twos, long inverse, Int128 half) {
  private static final BigInteger ALL =
      BigInteger.ONE.shiftLeft(2 * Long.SIZE).subtract(BigInteger.ONE);

  /** The divisor, if it is of that make. */
  public static Optional<WordDivisor> of(BigInteger divisor) {
    int twos = divisor.getLowestSetBit();
    BigInteger odd = divisor.shiftRight(Math.max(0, twos));
    if (divisor.signum() <= 0 || twos >= Long.SIZE || odd.bitLength() > Long.SIZE) {
      return Optional.empty();
    }
    int shift = Long.SIZE - odd.bitLength();
    BigInteger word = odd.shiftLeft(shift);
    Int128 half = Int128.of(divisor.shiftRight(1));
    return Optional.of(
        new WordDivisor(word.longValue(), shift, twos, ALL.divide(word).longValue(), half));
  }

  /**
   * Returns the whole number that a way of rounding picks for a quotient.
   *
   * @param words how many words the magnitude of the quotient is known to need at most: 1, 2 or 4
   */
  public Int256 divideRounded(Int256 numerator, int words, Rounding rounding) {
    return divide(numerator.abs(), numerator.w3() < 0, words, rounding);
  }

  /**
   * Returns what {@link #divideRounded(Int256, int, Rounding)} does, of a number not below zero.
   */
  public Int256 dividePositive(Int256 numerator, int words, Rounding rounding) {
    return divide(numerator, false, words, rounding);
  }

  /** Returns what {@link #divideRounded(Int256, int, Rounding)} does, of fewer bits. */
  public Int128 divideRounded(Int128 numerator, int words, Rounding rounding) {
    Int128 magnitude = numerator.abs();
    Int256 number = new Int256(0, 0, magnitude.hi(), magnitude.lo());
    return divide(number, numerator.hi() < 0, Math.min(words, 2), rounding).int128Value();
  }

  private Int256 divide(Int256 magnitude, boolean negative, int words, Rounding rounding) {
    boolean nearest = isNearest(rounding);
    Parts parts = parts(nearest ? magnitude.plus(Int256.of(half)) : magnitude, words);
    boolean tie = nearest && twos > 0 && parts.exact;
    return rounded(parts.quotient, parts.exact, tie, negative, rounding);
  }

  /**
   * Returns the whole number that a way of rounding picks for a number divided by this divisor,
   * which must be even, times a step.
   *
   * @param step above zero
   * @param words how many words the magnitude divided by this divisor is known to need at most,
   *     with a bit to spare: 1, 2 or 4
   */
  public Int256 divideRounded(Int256 numerator, long step, int words, Rounding rounding) {
    return divide(numerator.abs(), numerator.w3() < 0, step, words, rounding);
  }

  /**
   * Returns what {@link #divideRounded(Int256, long, int, Rounding)} does, of a number not below
   * zero.
   */
  public Int256 dividePositive(Int256 numerator, long step, int words, Rounding rounding) {
    return divide(numerator, false, step, words, rounding);
  }

  private Int256 divide(Int256 number, boolean negative, long step, int words, Rounding rounding) {
    // With d this divisor and s the step: what is nearest to n / ds is ⌊(n + ds/2) / ds⌋, which is
    // ⌊(⌊n / d⌋ + s/2) / s⌋, with half of d added to n beforehand if s is odd.
    boolean nearest = isNearest(rounding);
    long odd = nearest ? -(step & 1) : 0;
    Int256 magnitude = number.plus(Int256.of(new Int128(half.hi() & odd, half.lo() & odd)));
    Parts parts = parts(magnitude, words);
    Int256 steps = nearest ? parts.quotient.plus(new Int256(0, 0, 0, step >>> 1)) : parts.quotient;
    Int256 quotient = step == 1 ? steps : divided(steps, step, words);
    boolean exact = parts.exact && (step == 1 || steps.w0() == quotient.w0() * step);
    return rounded(quotient, exact, nearest && exact, negative, rounding);
  }

  private static boolean isNearest(Rounding rounding) {
    return rounding == Rounding.HALF_EVEN || rounding == Rounding.HALF_UP;
  }

  /**
   * @param quotient cut; of half a divisor more, if the nearest is sought
   * @param tie whether the number lies between the quotient and the one below
   */
  private static Int256 rounded(
      Int256 quotient, boolean exact, boolean tie, boolean negative, Rounding rounding) {
    boolean odd = (quotient.w0() & 1) != 0;
    long more =
        switch (rounding) {
          case HALF_EVEN -> tie && odd ? -1 : 0;
          case HALF_UP -> 0;
          case FLOOR, CEIL, TRUNCATE, AWAY -> rounding.grows(negative, odd, exact, 0) ? 1 : 0;
        };
    return quotient.plus(Int256.ofLong(more)).signed(negative ? -1 : 0);
  }

  /** A quotient, and whether nothing is left. */
  private record Parts(Int256 quotient, boolean exact) {}

  /** Divides a magnitude, taken as unsigned. */
  private Parts parts(Int256 number, int words) {
    // Without the twos, and shifted as the odd part is.
    int left = shift - twos;
    long clear = -1L << shift;
    long n4 = left > 0 ? number.w3() >>> Long.SIZE - left : 0;
    long n3 = shifted(0, number.w3(), number.w2(), left);
    long n2 = shifted(number.w3(), number.w2(), number.w1(), left);
    long n1 = shifted(number.w2(), number.w1(), number.w0(), left);
    long n0 = shifted(number.w1(), number.w0(), 0, left) & clear;
    long q3 = 0;
    long q2 = 0;
    long q1 = 0;
    long rest = words > 2 ? n4 : words > 1 ? n2 : n1;
    if (words > 2) {
      q3 = quotient(rest, n3);
      rest = n3 - q3 * odd;
      q2 = quotient(rest, n2);
      rest = n2 - q2 * odd;
    }
    if (words > 1) {
      q1 = quotient(rest, n1);
      rest = n1 - q1 * odd;
    }
    long q0 = quotient(rest, n0);
    rest = n0 - q0 * odd;
    boolean exact = (rest | number.w0() & ~(-1L << twos)) == 0;
    return new Parts(new Int256(q3, q2, q1, q0), exact);
  }

  /** A word with what moves into it from above or below. */
  private static long shifted(long above, long word, long below, int left) {
    if (left == 0) {
      return word;
    }
    return left > 0
        ? word << left | below >>> Long.SIZE - left
        : word >>> -left | above << Long.SIZE + left;
  }

  /** Divides two words, the upper one less than the odd part. */
  private long quotient(long high, long low) {
    long sum = inverse * high + low;
    long quotient = Math.unsignedMultiplyHigh(inverse, high) + high + 1 + Int256.carry(sum, low);
    long rest = low - quotient * odd;
    long back = Long.compareUnsigned(rest, sum) > 0 ? -1 : 0;
    quotient += back;
    rest += odd & back;
    return Long.compareUnsigned(rest, odd) >= 0 ? quotient + 1 : quotient;
  }

  /** Divides a magnitude by a word above zero, cut. */
  private static Int256 divided(Int256 number, long by, int words) {
    long q3 = 0;
    long q2 = 0;
    long rest = 0;
    if (words > 2) {
      q3 = Long.divideUnsigned(number.w3(), by);
      rest = number.w3() - q3 * by;
      q2 = word(rest, number.w2(), by);
      rest = number.w2() - q2 * by;
    }
    long q1 = words > 1 ? word(rest, number.w1(), by) : 0;
    rest = words > 1 ? number.w1() - q1 * by : rest;
    return new Int256(q3, q2, q1, word(rest, number.w0(), by));
  }

  private static long word(long rest, long low, long by) {
    return rest == 0 ? Long.divideUnsigned(low, by) : WideDivision.quotient(rest, low, by);
  }
}
