package org.loadline.values;

import java.math.BigInteger;

/** Encloses the natural logarithm of a rational number above zero. */
final class Logarithm {
  /**
   * Bits beyond the wanted ones. In units of the wide last bit, each of n terms is less than three
   * off, the argument of the series two, and a multiple of ln 2 as many as the multiple: far fewer
   * than 2^32 together.
   */
  private static final int GUARD = 32;

  private Logarithm() {}

  static Enclosure of(BigInteger numerator, BigInteger denominator, int bits) {
    int wide = bits + GUARD;
    int twos = numerator.bitLength() - denominator.bitLength();
    BigInteger scaled = quotient(numerator, denominator, wide - twos);
    BigInteger one = BigInteger.ONE.shiftLeft(wide);
    // Between a half and two so far; brought to 3/4 .. 3/2, where the series is short.
    BigInteger threeQuarters = BigInteger.valueOf(3).shiftLeft(wide - 2);
    if (scaled.compareTo(threeQuarters) < 0) {
      twos--;
      scaled = quotient(numerator, denominator, wide - twos);
    } else if (scaled.compareTo(threeQuarters.shiftLeft(1)) >= 0) {
      twos++;
      scaled = quotient(numerator, denominator, wide - twos);
    }
    BigInteger ratio = scaled.subtract(one).shiftLeft(wide).divide(scaled.add(one));
    BigInteger logarithm =
        hyperbolicArctangent(ratio, wide)
            .shiftLeft(1)
            .add(Constant.LN_TWO.to(wide).multiply(BigInteger.valueOf(twos)));
    return Enclosure.around(logarithm.shiftRight(GUARD), 2, bits);
  }

  private static BigInteger quotient(BigInteger numerator, BigInteger denominator, int shift) {
    return shift >= 0
        ? numerator.shiftLeft(shift).divide(denominator)
        : numerator.divide(denominator.shiftLeft(-shift));
  }

  /** Returns ratio + ratio³/3 + ratio⁵/5 + …, for a ratio of at most a fifth either way. */
  private static BigInteger hyperbolicArctangent(BigInteger ratio, int bits) {
    BigInteger square = ratio.multiply(ratio).shiftRight(bits);
    BigInteger power = ratio.abs();
    BigInteger sum = power;
    for (int k = 3; power.signum() != 0; k += 2) {
      power = power.multiply(square).shiftRight(bits);
      sum = sum.add(power.divide(BigInteger.valueOf(k)));
    }
    return ratio.signum() < 0 ? sum.negate() : sum;
  }
}
