package org.loadline.values;

/**
 * A whole number above zero and below 2^128, made ready to divide by.
 *
 * <p>Division by multiplication (Möller and Granlund, Improved division by invariant integers, IEEE
 * Transactions on Computers 60, 2011): each word of a quotient costs two products with a reciprocal
 * that is worked out once. With a divisor that is known beforehand nothing is left to divide; with
 * another, two divisions of a word.
 *
 * @param high the upper word of the divisor, shifted until its highest bit is set
 * @param low the lower word of it
 * @param shift by how many bits it was shifted
 * @param reciprocal {@code ⌊(2^192 − 1) / (high · 2^64 + low)⌋ − 2^64}
 */
public record Divisor(long high, long low, int shift, long reciprocal) {
  /** As many words as a quotient may have. */
  static final int ALL_WORDS = 4;

  /** Takes a number that is not zero, as unsigned. */
  public static Divisor of(Int128 divisor) {
    boolean isShort = divisor.hi() == 0;
    long top = isShort ? divisor.lo() : divisor.hi();
    long below = isShort ? 0 : divisor.lo();
    int bits = Long.numberOfLeadingZeros(top);
    long high = top << bits | below >>> 1 >>> (63 - bits);
    long low = below << bits;
    return new Divisor(high, low, isShort ? bits + 64 : bits, reciprocal(high, low));
  }

  /** Algorithm 6 of the paper. */
  private static long reciprocal(long high, long low) {
    long reciprocal = WideDivision.quotient(~high, -1, high);
    long rest = high * reciprocal + low;
    if (Long.compareUnsigned(rest, low) < 0) {
      reciprocal--;
      if (Long.compareUnsigned(rest, high) >= 0) {
        reciprocal--;
        rest -= high;
      }
      rest -= high;
    }
    long more = Math.unsignedMultiplyHigh(reciprocal, low);
    long last = reciprocal * low;
    rest += more;
    if (Long.compareUnsigned(rest, more) < 0) {
      reciprocal--;
      if (compareUnsigned(rest, last, high, low) >= 0) {
        reciprocal--;
      }
    }
    return reciprocal;
  }

  /**
   * Returns the whole number that a way of rounding picks for a quotient.
   *
   * @param words how many words the magnitude of the quotient is known to need at most: 1, 2 or 4
   */
  public Int256 divideRounded(Int256 numerator, int words, Rounding rounding) {
    return divide(numerator.abs(), numerator.w3() < 0, words, rounding);
  }

  /** Returns what {@link #divideRounded(Int256, int, Rounding)} does, of fewer bits. */
  public Int128 divideRounded(Int128 numerator, int words, Rounding rounding) {
    Int256 magnitude = new Int256(0, 0, numerator.abs().hi(), numerator.abs().lo());
    int most = Math.min(words, 2);
    return divide(magnitude, numerator.hi() < 0, most, rounding).int128Value();
  }

  /**
   * @param magnitude taken as unsigned
   * @param negative the sign of the quotient
   */
  Int256 divide(Int256 magnitude, boolean negative, int words, Rounding rounding) {
    Shifted n = shifted(magnitude);
    long q3 = 0;
    long q2 = 0;
    long q1 = 0;
    long restHigh = words == 1 ? n.w2 : n.w3;
    long restLow = words == 1 ? n.w1 : n.w2;
    if (words > 2) {
      Step fourth = step(n.w5, n.w4, n.w3);
      Step third = step(fourth.high, fourth.low, n.w2);
      q3 = fourth.quotient;
      q2 = third.quotient;
      restHigh = third.high;
      restLow = third.low;
    }
    if (words > 1) {
      Step second = step(restHigh, restLow, n.w1);
      q1 = second.quotient;
      restHigh = second.high;
      restLow = second.low;
    }
    Step last = step(restHigh, restLow, n.w0);
    boolean odd = (last.quotient & 1) != 0;
    long more = grows(negative, odd, last.high, last.low, rounding) ? 1 : 0;
    return new Int256(q3, q2, q1, last.quotient)
        .plus(new Int256(0, 0, 0, more))
        .signed(negative ? -1 : 0);
  }

  private boolean grows(
      boolean negative, boolean odd, long restHigh, long restLow, Rounding rounding) {
    long lack = high - restHigh - Int256.carry(low, restLow);
    int half = compareUnsigned(restHigh, restLow, lack, low - restLow);
    return rounding.grows(negative, odd, (restHigh | restLow) == 0, half);
  }

  /** A numerator shifted as the divisor is. */
  private record Shifted(long w5, long w4, long w3, long w2, long w1, long w0) {}

  private Shifted shifted(Int256 number) {
    int bits = shift & 63;
    long n0 = number.w0() << bits;
    long n1 = shifted(number.w1(), number.w0(), bits);
    long n2 = shifted(number.w2(), number.w1(), bits);
    long n3 = shifted(number.w3(), number.w2(), bits);
    long n4 = shifted(0, number.w3(), bits);
    // By a whole word more, if the divisor has but one.
    long more = -(shift >>> 6);
    return new Shifted(
        n4 & more,
        n4 & ~more | n3 & more,
        n3 & ~more | n2 & more,
        n2 & ~more | n1 & more,
        n1 & ~more | n0 & more,
        n0 & ~more);
  }

  private static long shifted(long word, long below, int bits) {
    return word << bits | below >>> 1 >>> (63 - bits);
  }

  /** A word of a quotient, and what is left. */
  private record Step(long quotient, long high, long low) {}

  /** Divides three words, the upper two less than the divisor. Algorithm 4 of the paper. */
  private Step step(long n2, long n1, long n0) {
    long estimateLow = reciprocal * n2;
    long below = estimateLow + n1;
    long estimate =
        Math.unsignedMultiplyHigh(reciprocal, n2) + n2 + Int256.carry(below, estimateLow);
    long partLow = low * estimate;
    long partHigh = Math.unsignedMultiplyHigh(low, estimate);
    long firstLow = n0 - partLow;
    long firstHigh = n1 - estimate * high - partHigh - Int256.carry(n0, partLow);
    long restLow = firstLow - low;
    long restHigh = firstHigh - high - Int256.carry(firstLow, low);
    long quotient = estimate + 1;
    // Either way is as likely, so no branch.
    long back = Long.compareUnsigned(restHigh, below) >= 0 ? -1 : 0;
    quotient += back;
    long nextLow = restLow + (low & back);
    long nextHigh = restHigh + (high & back) + Int256.carry(nextLow, restLow);
    if (compareUnsigned(nextHigh, nextLow, high, low) >= 0) {
      quotient++;
      nextHigh = nextHigh - high - Int256.carry(nextLow, low);
      nextLow -= low;
    }
    return new Step(quotient, nextHigh, nextLow);
  }

  private static int compareUnsigned(long aHigh, long aLow, long bHigh, long bLow) {
    return aHigh == bHigh ? Long.compareUnsigned(aLow, bLow) : Long.compareUnsigned(aHigh, bHigh);
  }
}
