package org.loadline.engine.load;

import java.math.BigInteger;

/**
 * Sums of whole numbers of some words, the lowest first. Halves of words are added up each by
 * itself: fewer than 2^31 of them never leave a word, and nothing is carried on the way.
 */
final class WordSums {
  private static final int HALF = 32;
  private static final long LOW = 0xffff_ffffL;

  private WordSums() {}

  /**
   * What numbers of some rows add up to, less what those in {@code then} do, which stand at the
   * places of the rows.
   *
   * @param step how far the lowest words of one row and the next stand apart
   * @param place where that of the first row stands
   */
  static BigInteger above(long[][] words, int step, int place, int[] rows, long[][] then) {
    BigInteger sum = BigInteger.ZERO;
    for (int word = words.length - 1; word >= 0; word--) {
      long[] now = words[word];
      long[] before = then[word];
      long low = 0;
      long high = 0;
      long sign = 0;
      for (int at = 0; at < rows.length; at++) {
        long one = now[rows[at] * step + place];
        long other = before[at];
        low += (one & LOW) - (other & LOW);
        high += (one >>> HALF) - (other >>> HALF);
        sign += (one >> (Long.SIZE - 1)) - (other >> (Long.SIZE - 1));
      }
      BigInteger above = word == words.length - 1 ? BigInteger.valueOf(sign) : sum;
      sum =
          above
              .shiftLeft(HALF)
              .add(BigInteger.valueOf(high))
              .shiftLeft(HALF)
              .add(BigInteger.valueOf(low));
    }
    return sum;
  }
}
