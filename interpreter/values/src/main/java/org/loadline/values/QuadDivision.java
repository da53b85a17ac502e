package org.loadline.values;

/** Division of 256-bit numbers by 256-bit numbers, rounded. */
final class QuadDivision {
  private QuadDivision() {}

  static Int256 rounded(Int256 numerator, Int256 divisor, Rounding rounding) {
    boolean negative = (numerator.w3() ^ divisor.w3()) < 0;
    Int256 magnitude = numerator.abs();
    Int256 by = divisor.abs();
    if ((by.w3() | by.w2()) == 0) {
      return Divisor.of(by.int128Value()).divide(magnitude, negative, Divisor.ALL_WORDS, rounding);
    }
    return byLong(magnitude, by, negative, rounding);
  }

  /**
   * Divides by at least 2^128.
   *
   * <p>The divisor is cut to its upper 128 significant bits and the numerator by as many: that
   * makes the quotient, which is below 2^128, too large by at most two.
   */
  private static Int256 byLong(Int256 magnitude, Int256 by, boolean negative, Rounding rounding) {
    int cut =
        by.w3() != 0
            ? 128 - Long.numberOfLeadingZeros(by.w3())
            : 64 - Long.numberOfLeadingZeros(by.w2());
    Int256 estimate =
        Divisor.of(shiftedDown(by, cut).int128Value())
            .divide(shiftedDown(magnitude, cut), false, 2, Rounding.TRUNCATE);
    Int256 quotient = estimate.minus(TWO);
    quotient = quotient.w3() < 0 ? Int256.ZERO : quotient;
    Int256 rest = magnitude.minus(quotient.times(by));
    while (rest.compareUnsigned(by) >= 0) {
      quotient = quotient.plus(Int256.ONE);
      rest = rest.minus(by);
    }
    int half = rest.compareUnsigned(by.minus(rest));
    boolean grows = rounding.grows(negative, (quotient.w0() & 1) != 0, rest.isZero(), half);
    return (grows ? quotient.plus(Int256.ONE) : quotient).signed(negative ? -1 : 0);
  }

  private static final Int256 TWO = Int256.ofLong(2);

  /** Returns an unsigned number without its lowest bits. */
  private static Int256 shiftedDown(Int256 number, int cut) {
    int bits = cut & 63;
    long n3 = number.w3() >>> bits;
    long n2 = shifted(number.w2(), number.w3(), bits);
    long n1 = shifted(number.w1(), number.w2(), bits);
    long n0 = shifted(number.w0(), number.w1(), bits);
    return switch (cut >>> 6) {
      case 0 -> new Int256(n3, n2, n1, n0);
      case 1 -> new Int256(0, n3, n2, n1);
      default -> new Int256(0, 0, n3, n2);
    };
  }

  private static long shifted(long word, long above, int bits) {
    return word >>> bits | above << 1 << (63 - bits);
  }
}
