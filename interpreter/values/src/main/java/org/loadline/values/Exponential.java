package org.loadline.values;

import java.math.BigInteger;

/** Encloses e to the power of an enclosed number. */
final class Exponential {
  /** Bits beyond the wanted ones; they absorb the errors counted in {@link #ofFraction}. */
  private static final int GUARD = 24;

  private Exponential() {}

  /**
   * Encloses the exponential at the precision of {@code exponent}, which is less than one wide.
   *
   * <p>The error is a few units of the last bit times the result, so a caller that expects a large
   * result asks for as many bits more.
   */
  static Enclosure of(Enclosure exponent) {
    int bits = exponent.bits();
    BigInteger ln = Constant.LN_TWO.to(bits);
    int twos = exponent.low().divide(ln).intValueExact() - (exponent.low().signum() < 0 ? 1 : 0);
    int extra = Integer.SIZE - Integer.numberOfLeadingZeros(Math.abs(twos));
    BigInteger multiple =
        Constant.LN_TWO.to(bits + extra).multiply(BigInteger.valueOf(twos)).shiftRight(extra);
    BigInteger rest = exponent.low().subtract(multiple);
    if (rest.signum() < 0) {
      rest = rest.add(ln);
      twos--;
    }
    // The rest is less than five units off, so its power, below 2.1, less than eleven, and the
    // series adds two. From its lower to its upper end, w < 1 apart, it grows by less than 1 + 2w.
    Enclosure power = Enclosure.around(ofFraction(rest, bits), 16, bits);
    BigInteger growth = power.high().multiply(exponent.width()).shiftRight(bits - 1);
    return new Enclosure(power.low(), power.high().add(growth).add(BigInteger.ONE), bits)
        .scaled(twos);
  }

  /**
   * Returns the exponential of {@code value}, which lies in 0 to 0.7, less than two units of the
   * last bit off.
   *
   * <p>The Taylor series of value / 2^halvings, squared so many times. Each of n terms is less than
   * three units off, and the squarings multiply the error by less than 2^(halvings + 1): with the
   * guard that stays below one unit for fewer than 2^20 terms.
   */
  private static BigInteger ofFraction(BigInteger value, int bits) {
    int halvings = 6 + bits / 64;
    int wide = bits + halvings + GUARD;
    BigInteger small = value.shiftLeft(GUARD);
    BigInteger sum = BigInteger.ONE.shiftLeft(wide);
    BigInteger term = sum;
    for (int n = 1; ; n++) {
      term = term.multiply(small).shiftRight(wide).divide(BigInteger.valueOf(n));
      if (term.signum() == 0) {
        break;
      }
      sum = sum.add(term);
    }
    for (int i = 0; i < halvings; i++) {
      sum = sum.multiply(sum).shiftRight(wide);
    }
    return sum.shiftRight(halvings + GUARD);
  }
}
