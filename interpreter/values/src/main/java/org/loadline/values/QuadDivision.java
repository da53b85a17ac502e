package org.loadline.values;

/** Division of 256-bit numbers by 256-bit numbers, rounded. */
final class QuadDivision {
  private static final Int256 TWO = Int256.ofLong(2);

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
        Divisor.of(by.shiftedDown(cut).int128Value())
            .divide(magnitude.shiftedDown(cut), false, 2, Rounding.TRUNCATE);
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
}
