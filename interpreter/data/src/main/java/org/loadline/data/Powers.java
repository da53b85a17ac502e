package org.loadline.data;

/** Powers of ten of 64 bits. */
final class Powers {
  /** The greatest exponent. */
  static final int MOST = 18;

  private static final long[] TEN = new long[MOST + 1];

  static {
    TEN[0] = 1;
    for (int i = 1; i < TEN.length; i++) {
      TEN[i] = 10 * TEN[i - 1];
    }
  }

  private Powers() {}

  /** Whether a number with that many zeros added has 64 bits. */
  static boolean fits(long number, int zeros) {
    if (zeros == 0 || number == 0) {
      return true;
    }
    return zeros < TEN.length && Math.multiplyHigh(number, TEN[zeros]) == number * TEN[zeros] >> 63;
  }

  /** A number with zeros added, where it {@link #fits}. */
  static long shifted(long number, int zeros) {
    return number == 0 ? 0 : number * TEN[zeros];
  }
}
