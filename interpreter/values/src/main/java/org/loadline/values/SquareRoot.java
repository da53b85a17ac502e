package org.loadline.values;

/** Square roots of quotients of 256 bits, rounded once from the exact root. */
public final class SquareRoot {
  private static final Int256 FOUR = Int256.ofLong(4);

  private SquareRoot() {}

  /**
   * Returns the whole number that a way of rounding picks for a square root; its 128 bits are
   * unsigned.
   *
   * @param number not below zero
   * @param divisor above zero
   */
  public static Int128 rounded(Int256 number, Int256 divisor, Rounding rounding) {
    Int256 radicand = Int256.divideRounded(number, divisor, Rounding.TRUNCATE);
    Int256 rest = number.minus(radicand.times(divisor));
    Int256 root = floor(radicand);
    Int256 beyond = radicand.minus(root.times(root));
    boolean exact = beyond.isZero() && rest.isZero();
    // The middle to the next whole number squared is root² + root + 1/4.
    int half = beyond.compareTo(root);
    if (half == 0) {
      half = Int256.compareProducts(rest, FOUR, divisor, Int256.ONE);
    }
    boolean odd = (root.w0() & 1) != 0;
    Int256 rounded = rounding.grows(false, odd, exact, half) ? root.plus(Int256.ONE) : root;
    return rounded.int128Value();
  }

  private static Int256 floor(Int256 radicand) {
    if (radicand.signum() == 0) {
      return radicand;
    }
    // Newton's method falls from above until it reaches the floor; its first step leads above.
    Int256 root = step(radicand, estimate(radicand));
    while (true) {
      Int256 next = step(radicand, root);
      if (next.compareTo(root) >= 0) {
        return root;
      }
      root = next;
    }
  }

  private static Int256 step(Int256 radicand, Int256 root) {
    Int256 quotient = Int256.divideRounded(radicand, root, Rounding.TRUNCATE);
    return root.plus(quotient).shiftedDown(1);
  }

  /** Returns the root to about 50 bits: a double is but where the search begins. */
  private static Int256 estimate(Int256 radicand) {
    int cut = Math.max(0, radicand.bitLength() - 62) & -2;
    double root = Math.sqrt((double) radicand.shiftedDown(cut).longValue());
    Int256 scaled = Int256.ofLong((long) (root * 0x1p31));
    Int256 estimate = scaled.times(powerOfTwo(cut / 2)).shiftedDown(31);
    return estimate.isZero() ? Int256.ONE : estimate;
  }

  private static Int256 powerOfTwo(int exponent) {
    long word = 1L << (exponent & 63);
    return exponent < 64 ? new Int256(0, 0, 0, word) : new Int256(0, 0, word, 0);
  }
}
