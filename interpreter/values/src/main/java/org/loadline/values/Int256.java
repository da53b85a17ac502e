package org.loadline.values;

import java.math.BigInteger;

/**
 * A signed whole number of 256 bits, in two's complement: four words of 64 bits, all but the
 * highest taken as unsigned.
 *
 * <p>Made like {@link Int128}, for the same loops: nothing here throws, except for a zero divisor,
 * and nothing but the conversions uses {@link BigInteger}. An operation that leaves the range
 * wraps; the predicate beside it says beforehand whether it would.
 *
 * @param w3 the highest 64 bits, with the sign
 * @param w2 the next 64 bits, unsigned
 * @param w1 the next 64 bits, unsigned
 * @param w0 the lowest 64 bits, unsigned
 */
public record Int256(long w3, long w2, long w1, long w0) implements Comparable<Int256> {
  public static final Int256 ZERO = new Int256(0, 0, 0, 0);
  public static final Int256 ONE = new Int256(0, 0, 0, 1);
  public static final Int256 MIN_VALUE = new Int256(Long.MIN_VALUE, 0, 0, 0);
  public static final Int256 MAX_VALUE = new Int256(Long.MAX_VALUE, -1, -1, -1);

  private static final int MAX_BITS = 255;

  public static Int256 ofLong(long value) {
    long sign = value >> 63;
    return new Int256(sign, sign, sign, value);
  }

  public static Int256 of(Int128 value) {
    long sign = value.hi() >> 63;
    return new Int256(sign, sign, value.hi(), value.lo());
  }

  /** Returns a number for which {@link #fits} holds; of any other, its lowest 256 bits. */
  public static Int256 of(BigInteger value) {
    return new Int256(
        value.shiftRight(192).longValue(),
        value.shiftRight(128).longValue(),
        value.shiftRight(64).longValue(),
        value.longValue());
  }

  /** Returns the product of two numbers of 128 bits, which always fits. */
  public static Int256 ofProduct(Int128 a, Int128 b) {
    long crossLow = a.hi() * b.lo();
    long crossHigh = Math.unsignedMultiplyHigh(a.hi(), b.lo());
    long otherLow = a.lo() * b.hi();
    long otherHigh = Math.unsignedMultiplyHigh(a.lo(), b.hi());
    long lowHigh = Math.unsignedMultiplyHigh(a.lo(), b.lo());
    long topLow = a.hi() * b.hi();

    long partial = lowHigh + crossLow;
    long word1 = partial + otherLow;
    long carry1 = carry(partial, lowHigh) + carry(word1, partial);

    long first = crossHigh + otherHigh;
    long second = first + topLow;
    long word2 = second + carry1;
    long carry2 = carry(first, crossHigh) + carry(second, first) + carry(word2, second);
    long word3 = Math.unsignedMultiplyHigh(a.hi(), b.hi()) + carry2;

    // A negative factor was taken as 2^128 too large: the other one goes off the upper half.
    long aSign = a.hi() >> 63;
    long bSign = b.hi() >> 63;
    long less = word2 - (b.lo() & aSign);
    long borrow = carry(word2, b.lo() & aSign);
    long lesser = less - (a.lo() & bSign);
    long borrows = borrow + carry(less, a.lo() & bSign);
    long high = word3 - (b.hi() & aSign) - (a.hi() & bSign) - borrows;
    return new Int256(high, lesser, word1, a.lo() * b.lo());
  }

  /** Returns the product of numbers of 128 and 64 bits, which always fits. */
  public static Int256 ofProduct(Int128 a, long b) {
    // The lower half is unsigned, the upper one is not.
    long lowHigh = Math.unsignedMultiplyHigh(a.lo(), b) - (a.lo() & b >> 63);
    long upperLow = a.hi() * b;
    long word1 = lowHigh + upperLow;
    long word2 = Math.multiplyHigh(a.hi(), b) + (lowHigh >> 63) + carry(word1, upperLow);
    return new Int256(word2 >> 63, word2, word1, a.lo() * b);
  }

  public static boolean fits(BigInteger value) {
    return value.bitLength() <= MAX_BITS;
  }

  public BigInteger toBigInteger() {
    return new Int128(w3, w2)
        .toBigInteger()
        .shiftLeft(128)
        .add(unsigned(w1).shiftLeft(64))
        .add(unsigned(w0));
  }

  private static BigInteger unsigned(long word) {
    BigInteger low = BigInteger.valueOf(word & Long.MAX_VALUE);
    return word < 0 ? low.setBit(63) : low;
  }

  /** Says whether {@link #longValue} is this number. */
  public boolean fitsLong() {
    long sign = w0 >> 63;
    return ((w3 ^ sign) | (w2 ^ sign) | (w1 ^ sign)) == 0;
  }

  /** Says whether {@link #int128Value} is this number. */
  public boolean fitsInt128() {
    long sign = w1 >> 63;
    return ((w3 ^ sign) | (w2 ^ sign)) == 0;
  }

  /** Returns the lowest 64 bits. */
  public long longValue() {
    return w0;
  }

  /** Returns the lowest 128 bits. */
  public Int128 int128Value() {
    return new Int128(w1, w0);
  }

  public boolean isZero() {
    return (w3 | w2 | w1 | w0) == 0;
  }

  /** Returns −1, 0 or 1. */
  public int signum() {
    return (int) (w3 >> 63) | (isZero() ? 0 : 1);
  }

  /** Returns how many bits the number needs besides its sign. */
  public int bitLength() {
    long sign = w3 >> 63;
    if (w3 != sign) {
      return 256 - Long.numberOfLeadingZeros(w3 ^ sign);
    }
    if (w2 != sign) {
      return 192 - Long.numberOfLeadingZeros(w2 ^ sign);
    }
    return w1 != sign
        ? 128 - Long.numberOfLeadingZeros(w1 ^ sign)
        : 64 - Long.numberOfLeadingZeros(w0 ^ sign);
  }

  @Override
  public int compareTo(Int256 other) {
    return w3 == other.w3 ? compareLower(other) : Long.compare(w3, other.w3);
  }

  /** Compares both numbers taken as unsigned. */
  int compareUnsigned(Int256 other) {
    return w3 == other.w3 ? compareLower(other) : Long.compareUnsigned(w3, other.w3);
  }

  private int compareLower(Int256 other) {
    if (w2 != other.w2) {
      return Long.compareUnsigned(w2, other.w2);
    }
    return w1 != other.w1 ? Long.compareUnsigned(w1, other.w1) : Long.compareUnsigned(w0, other.w0);
  }

  public Int256 plus(Int256 other) {
    long word0 = w0 + other.w0;
    long carry0 = carry(word0, w0);
    long sum1 = w1 + other.w1;
    long word1 = sum1 + carry0;
    long carry1 = carry(sum1, w1) + carry(word1, sum1);
    long sum2 = w2 + other.w2;
    long word2 = sum2 + carry1;
    long carry2 = carry(sum2, w2) + carry(word2, sum2);
    return new Int256(w3 + other.w3 + carry2, word2, word1, word0);
  }

  public static boolean plusOverflows(Int256 a, Int256 b) {
    long high = a.plus(b).w3;
    return ((a.w3 ^ high) & (b.w3 ^ high)) < 0;
  }

  public Int256 minus(Int256 other) {
    long borrow0 = carry(w0, other.w0);
    long rest1 = w1 - other.w1;
    long borrow1 = carry(w1, other.w1) + carry(rest1, borrow0);
    long rest2 = w2 - other.w2;
    long borrow2 = carry(w2, other.w2) + carry(rest2, borrow1);
    return new Int256(w3 - other.w3 - borrow2, rest2 - borrow1, rest1 - borrow0, w0 - other.w0);
  }

  public static boolean minusOverflows(Int256 a, Int256 b) {
    return ((a.w3 ^ b.w3) & (a.w3 ^ a.minus(b).w3)) < 0;
  }

  public Int256 negate() {
    return signed(-1);
  }

  /** Only the smallest number has no opposite. */
  public static boolean negateOverflows(Int256 a) {
    return a.w3 == Long.MIN_VALUE && (a.w2 | a.w1 | a.w0) == 0;
  }

  /** Returns the absolute value; of the smallest number, itself, which is right when unsigned. */
  public Int256 abs() {
    return signed(w3 >> 63);
  }

  /**
   * Returns this number if {@code sign} is 0, and its opposite if it is −1. Without a branch, so
   * that a compiler sees one object.
   */
  public Int256 signed(long sign) {
    long word0 = (w0 ^ sign) - sign;
    long carry0 = sign & (word0 == 0 ? 1 : 0);
    long word1 = (w1 ^ sign) + carry0;
    long carry1 = carry0 & (word1 == 0 ? 1 : 0);
    long word2 = (w2 ^ sign) + carry1;
    long carry2 = carry1 & (word2 == 0 ? 1 : 0);
    return new Int256((w3 ^ sign) + carry2, word2, word1, word0);
  }

  public Int256 times(long other) {
    long high0 = Math.unsignedMultiplyHigh(w0, other);
    long low1 = w1 * other;
    long high1 = Math.unsignedMultiplyHigh(w1, other);
    long low2 = w2 * other;
    long high2 = Math.unsignedMultiplyHigh(w2, other);
    long word1 = low1 + high0;
    long sum2 = low2 + high1;
    long carry1 = carry(word1, low1);
    long word2 = sum2 + carry1;
    long word3 = w3 * other + high2 + carry(sum2, low2) + carry(word2, sum2);
    // A negative factor was taken as 2^64 too large.
    Int256 above = new Int256(w2, w1, w0, 0);
    long sign = other >> 63;
    return new Int256(word3, word2, word1, w0 * other)
        .minus(new Int256(above.w3 & sign, above.w2 & sign, above.w1 & sign, 0));
  }

  public Int256 times(Int128 other) {
    return times(of(other));
  }

  public Int256 times(Int256 other) {
    Int256 low = unsignedProduct(w1, w0, other.w1, other.w0);
    // Of the cross products and the highest only what lies below 2^256 counts.
    long crossLow = w2 * other.w0;
    long crossHigh = w3 * other.w0 + w2 * other.w1 + Math.unsignedMultiplyHigh(w2, other.w0);
    long otherLow = w0 * other.w2;
    long otherHigh = w0 * other.w3 + w1 * other.w2 + Math.unsignedMultiplyHigh(w0, other.w2);
    long sum = low.w2 + crossLow;
    long word2 = sum + otherLow;
    long carry2 = carry(sum, crossLow) + carry(word2, otherLow);
    return new Int256(low.w3 + crossHigh + otherHigh + carry2, word2, low.w1, low.w0);
  }

  private static Int256 unsignedProduct(long aHigh, long aLow, long bHigh, long bLow) {
    Int256 signed = ofProduct(new Int128(aHigh, aLow), new Int128(bHigh, bLow));
    long aSign = aHigh >> 63;
    long bSign = bHigh >> 63;
    long sum = signed.w2 + (bLow & aSign);
    long word2 = sum + (aLow & bSign);
    long carry = carry(sum, bLow & aSign) + carry(word2, aLow & bSign);
    return new Int256(
        signed.w3 + (bHigh & aSign) + (aHigh & bSign) + carry, word2, signed.w1, signed.w0);
  }

  public static boolean timesOverflows(Int256 a, long b) {
    return timesOverflows(a, ofLong(b));
  }

  public static boolean timesOverflows(Int256 a, Int128 b) {
    return timesOverflows(a, of(b));
  }

  public static boolean timesOverflows(Int256 a, Int256 b) {
    int bits = a.bitLength() + b.bitLength();
    if (bits < MAX_BITS) {
      return false;
    }
    return bits > MAX_BITS + 2 || Int512.product(a, b).exceeds256();
  }

  /**
   * Compares a · b with c · d, exactly.
   *
   * @return below zero, zero or above zero as a · b is less than, equal to or greater than c · d
   */
  public static int compareProducts(Int256 a, Int256 b, Int256 c, Int256 d) {
    int bits = Math.max(a.bitLength() + b.bitLength(), c.bitLength() + d.bitLength());
    return bits < MAX_BITS
        ? a.times(b).compareTo(c.times(d))
        : Int512.product(a, b).compareTo(Int512.product(c, d));
  }

  /**
   * Returns the whole number that a way of rounding picks for a quotient.
   *
   * <p>A zero divisor is an {@link ArithmeticException}. {@link #divideOverflows} tells the one
   * quotient that wraps.
   */
  public static Int256 divideRounded(Int256 numerator, long divisor, Rounding rounding) {
    return divideRounded(numerator, Int128.ofLong(divisor), rounding);
  }

  /** Returns what {@link #divideRounded(Int256, long, Rounding)} does, by a divisor of 128 bits. */
  public static Int256 divideRounded(Int256 numerator, Int128 divisor, Rounding rounding) {
    return divideRounded(numerator, divisor, Divisor.ALL_WORDS, rounding);
  }

  /**
   * Returns what {@link #divideRounded(Int256, Int128, Rounding)} does, with less work.
   *
   * @param words how many words the magnitude of the quotient is known to need at most: 1, 2 or 4
   */
  public static Int256 divideRounded(
      Int256 numerator, Int128 divisor, int words, Rounding rounding) {
    boolean negative = (numerator.w3 ^ divisor.hi()) < 0;
    return Divisor.of(divisor.abs()).divide(numerator.abs(), negative, words, rounding);
  }

  /** Returns what {@link #divideRounded(Int256, long, Rounding)} does, by any divisor. */
  public static Int256 divideRounded(Int256 numerator, Int256 divisor, Rounding rounding) {
    return QuadDivision.rounded(numerator, divisor, rounding);
  }

  /** Only the smallest number divided by −1 is out of range. */
  public static boolean divideOverflows(Int256 numerator, Int256 divisor) {
    return (divisor.w3 & divisor.w2 & divisor.w1 & divisor.w0) == -1 && negateOverflows(numerator);
  }

  /** Returns this number, taken as unsigned, without so many of its lowest bits, 0 to 255. */
  Int256 shiftedDown(int cut) {
    int bits = cut & 63;
    long n3 = w3 >>> bits;
    long n2 = shifted(w2, w3, bits);
    long n1 = shifted(w1, w2, bits);
    long n0 = shifted(w0, w1, bits);
    return switch (cut >>> 6) {
      case 0 -> new Int256(n3, n2, n1, n0);
      case 1 -> new Int256(0, n3, n2, n1);
      case 2 -> new Int256(0, 0, n3, n2);
      default -> new Int256(0, 0, 0, n3);
    };
  }

  private static long shifted(long word, long above, int bits) {
    return word >>> bits | above << 1 << (63 - bits);
  }

  /**
   * Returns one if an unsigned sum is less than a summand, so that it lost a carry; else zero. Of a
   * number and what is taken off it: whether that borrows.
   */
  static long carry(long sum, long summand) {
    return Long.compareUnsigned(sum, summand) < 0 ? 1 : 0;
  }

  /** Returns the decimal digits. */
  @Override
  public String toString() {
    return toBigInteger().toString();
  }
}
