package org.loadline.benchmarks.lending;

import java.math.BigInteger;

/** Numbers of two words as {@link BigInteger}; not for loops. */
final class Words {
  private Words() {}

  static BigInteger unsigned(long word) {
    BigInteger magnitude = BigInteger.valueOf(word & Long.MAX_VALUE);
    return word < 0 ? magnitude.setBit(Long.SIZE - 1) : magnitude;
  }

  static BigInteger unsigned(long high, long low) {
    return unsigned(high).shiftLeft(Long.SIZE).or(unsigned(low));
  }
}
