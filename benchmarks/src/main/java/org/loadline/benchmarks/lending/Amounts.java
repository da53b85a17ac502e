package org.loadline.benchmarks.lending;

import java.math.BigInteger;

/**
 * Scaled amounts of tokens, so many of each account, in order of account: whole numbers of the
 * token's smallest part, below 2^127, in two words.
 */
record Amounts(int perAccount, byte[] reserve, long[] high, long[] low) {
  static Amounts of(int accounts, int perAccount) {
    int size = accounts * perAccount;
    return new Amounts(perAccount, new byte[size], new long[size], new long[size]);
  }

  int size() {
    return low.length;
  }

  void set(int row, int ofReserve, BigInteger amount) {
    reserve[row] = (byte) ofReserve;
    high[row] = amount.shiftRight(Long.SIZE).longValueExact();
    low[row] = amount.longValue();
  }

  BigInteger get(int row) {
    return Words.unsigned(high[row], low[row]);
  }
}
