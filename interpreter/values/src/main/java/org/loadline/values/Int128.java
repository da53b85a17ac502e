package org.loadline.values;

import java.math.BigInteger;

/**
 * A signed whole number of 128 bits, in two's complement: {@code hi · 2^64 + lo}, {@code lo} taken
 * as unsigned.
 *
 * <p>For loops that run once per row: nothing here throws, except for a zero divisor, and nothing
 * but the conversions uses {@link BigInteger}. An operation that leaves the range wraps; the
 * predicate beside it says beforehand whether it would, and then the caller works the row out in
 * another way. The record is small enough for a compiler to keep in registers.
 *
 * @param hi the upper 64 bits, with the sign
 * @param lo the lower 64 bits, unsigned
 */
public record Int128(long hi, long lo) implements Comparable<Int128> {
  public static final Int128 ZERO = new Int128(0, 0);
  public static final Int128 MIN_VALUE = new Int128(Long.MIN_VALUE, 0);
  public static final Int128 MAX_VALUE = new Int128(Long.MAX_VALUE, -1);

  private static final int MAX_BITS = 127;

  public static Int128 ofLong(long value) {
    return new Int128(value >> 63, value);
  }

  /** Returns the product of two longs, which always fits. */
  public static Int128 ofProduct(long a, long b) {
    return new Int128(Math.multiplyHigh(a, b), a * b);
  }

  /** Returns a number for which {@link #fits} holds; of any other, its lowest 128 bits. */
  public static Int128 of(BigInteger value) {
    return new Int128(value.shiftRight(64).longValue(), value.longValue());
  }

  public static boolean fits(BigInteger value) {
    return value.bitLength() <= MAX_BITS;
  }

  public BigInteger toBigInteger() {
    BigInteger low = BigInteger.valueOf(lo & Long.MAX_VALUE);
    return BigInteger.valueOf(hi).shiftLeft(64).add(lo < 0 ? low.setBit(63) : low);
  }

  /** Says whether {@link #longValue} is this number. */
  public boolean fitsLong() {
    return hi == lo >> 63;
  }

  /** Returns the lowest 64 bits. */
  public long longValue() {
    return lo;
  }

  /** Returns −1, 0 or 1. */
  public int signum() {
    return (int) (hi >> 63) | ((hi | lo) == 0 ? 0 : 1);
  }

  @Override
  public int compareTo(Int128 other) {
    return hi == other.hi ? Long.compareUnsigned(lo, other.lo) : Long.compare(hi, other.hi);
  }

  public Int128 plus(Int128 other) {
    long low = lo + other.lo;
    return new Int128(hi + other.hi + carry(low, lo), low);
  }

  public static boolean plusOverflows(Int128 a, Int128 b) {
    long high = a.plus(b).hi;
    return ((a.hi ^ high) & (b.hi ^ high)) < 0;
  }

  public Int128 minus(Int128 other) {
    return new Int128(hi - other.hi - carry(lo, other.lo), lo - other.lo);
  }

  public static boolean minusOverflows(Int128 a, Int128 b) {
    return ((a.hi ^ b.hi) & (a.hi ^ a.minus(b).hi)) < 0;
  }

  public Int128 negate() {
    return signed(-1);
  }

  /** Only the smallest number has no opposite. */
  public static boolean negateOverflows(Int128 a) {
    return a.hi == Long.MIN_VALUE && a.lo == 0;
  }

  /** Returns the absolute value; of the smallest number, itself, which is right when unsigned. */
  public Int128 abs() {
    return signed(hi >> 63);
  }

  /**
   * Returns this number if {@code sign} is 0, and its opposite if it is −1. Without a branch, so
   * that a compiler sees one object.
   */
  public Int128 signed(long sign) {
    long low = (lo ^ sign) - sign;
    return new Int128((hi ^ sign) + (sign & (low == 0 ? 1 : 0)), low);
  }

  public Int128 times(long other) {
    long high = Math.unsignedMultiplyHigh(lo, other) - (other < 0 ? lo : 0);
    return new Int128(high + hi * other, lo * other);
  }

  /** Returns what {@link #times(long)} does, for a factor that is not below zero. */
  public Int128 timesPositive(long other) {
    return new Int128(Math.unsignedMultiplyHigh(lo, other) + hi * other, lo * other);
  }

  public static boolean timesOverflows(Int128 a, long b) {
    return mayNeedMore(a.hi, b) && !Int256.ofProduct(a, b).fitsInt128();
  }

  /**
   * Says whether a number with this upper half times another may need more than 128 bits, by their
   * lengths alone: hardly ever, and then the product tells.
   */
  private static boolean mayNeedMore(long high, long other) {
    int spare =
        Long.numberOfLeadingZeros(high ^ high >> 63)
            + Long.numberOfLeadingZeros(other ^ other >> 63);
    return spare < 2 * Long.SIZE - 62;
  }

  public Int128 times(Int128 other) {
    return new Int128(
        Math.unsignedMultiplyHigh(lo, other.lo) + hi * other.lo + lo * other.hi, lo * other.lo);
  }

  public static boolean timesOverflows(Int128 a, Int128 b) {
    return !Int256.ofProduct(a, b).fitsInt128();
  }

  /**
   * Compares a · b with c · d, exactly.
   *
   * @return below zero, zero or above zero as a · b is less than, equal to or greater than c · d
   */
  public static int compareProducts(Int128 a, Int128 b, Int128 c, Int128 d) {
    return Int256.ofProduct(a, b).compareTo(Int256.ofProduct(c, d));
  }

  /** Compares a · b with c · d, exactly. */
  public static int compareProducts(long a, long b, long c, long d) {
    return ofProduct(a, b).compareTo(ofProduct(c, d));
  }

  /**
   * Returns the whole number that a way of rounding picks for a quotient.
   *
   * <p>A zero divisor is an {@link ArithmeticException}. {@link #divideOverflows} tells the one
   * quotient that wraps.
   */
  public static Int128 divideRounded(Int128 numerator, long divisor, Rounding rounding) {
    return WideDivision.rounded(numerator, divisor, rounding);
  }

  /** Returns what {@link #divideRounded(Int128, long, Rounding)} does, by any divisor. */
  public static Int128 divideRounded(Int128 numerator, Int128 divisor, Rounding rounding) {
    return WideDivision.rounded(numerator, divisor, rounding);
  }

  /** Only the smallest number divided by −1 is out of range. */
  public static boolean divideOverflows(Int128 numerator, Int128 divisor) {
    return (divisor.hi & divisor.lo) == -1 && negateOverflows(numerator);
  }

  /** Returns one if an unsigned sum is less than a summand, so that it lost a carry; else zero. */
  private static long carry(long sum, long summand) {
    return Long.compareUnsigned(sum, summand) < 0 ? 1 : 0;
  }

  /** Returns the decimal digits. */
  @Override
  public String toString() {
    return toBigInteger().toString();
  }
}
