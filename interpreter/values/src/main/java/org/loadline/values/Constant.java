package org.loadline.values;

import java.math.BigInteger;
import java.util.function.IntFunction;

/** An irrational constant to any number of bits; the first 2048 are worked out once. */
final class Constant {
  /** The natural logarithm of two, by a Machin formula of hyperbolic arctangents. */
  static final Constant LN_TWO =
      new Constant(
          bits ->
              arctangent(26, true, bits)
                  .multiply(BigInteger.valueOf(18))
                  .subtract(arctangent(4801, true, bits).shiftLeft(1))
                  .add(arctangent(8749, true, bits).shiftLeft(3)));

  /** One over the root of two pi: the height of the normal density. */
  static final Constant NORMAL_HEIGHT =
      new Constant(bits -> BigInteger.ONE.shiftLeft(3 * bits).divide(pi(bits).shiftLeft(1)).sqrt());

  private static final int PREPARED_BITS = 2_048;

  /** Covers the errors of the formulas: fewer than 64 units for each of fewer than 2^26 terms. */
  private static final int GUARD = 32;

  private final IntFunction<BigInteger> formula;
  private final BigInteger prepared;

  private Constant(IntFunction<BigInteger> formula) {
    this.formula = formula;
    this.prepared = computed(PREPARED_BITS);
  }

  /** Returns a whole number that is less than two away from this constant times {@code 2^bits}. */
  BigInteger to(int bits) {
    return bits < PREPARED_BITS ? prepared.shiftRight(PREPARED_BITS - bits) : computed(bits);
  }

  private BigInteger computed(int bits) {
    return formula.apply(bits + GUARD).shiftRight(GUARD);
  }

  /** Returns pi by Machin's formula, in units of {@code 2^-bits}. */
  private static BigInteger pi(int bits) {
    return arctangent(5, false, bits)
        .shiftLeft(4)
        .subtract(arctangent(239, false, bits).shiftLeft(2));
  }

  /** Returns the (hyperbolic) arctangent of {@code 1 / inverse}, in units of {@code 2^-bits}. */
  private static BigInteger arctangent(int inverse, boolean hyperbolic, int bits) {
    BigInteger square = BigInteger.valueOf((long) inverse * inverse);
    BigInteger power = BigInteger.ONE.shiftLeft(bits).divide(BigInteger.valueOf(inverse));
    BigInteger sum = BigInteger.ZERO;
    for (int k = 1; power.signum() != 0; k += 2) {
      BigInteger term = power.divide(BigInteger.valueOf(k));
      sum = hyperbolic || k % 4 == 1 ? sum.add(term) : sum.subtract(term);
      power = power.divide(square);
    }
    return sum;
  }
}
