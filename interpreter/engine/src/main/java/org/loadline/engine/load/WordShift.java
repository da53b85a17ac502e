package org.loadline.engine.load;

import java.math.BigInteger;
import org.loadline.engine.plan.Interval;
import org.loadline.engine.plan.NumberForm;

/** Moves whole numbers of some words, the lowest first, that lie in a range. */
final class WordShift {
  private final int words;
  private final boolean two;
  private final long[] least;
  private final long[] most;
  private final long[] moved;

  WordShift(NumberForm form) {
    this.words = form.width().words();
    // Three numbers of the range add up to one that two words hold.
    this.two = words == 2 && form.number().bits() < 2 * Long.SIZE - 2;
    this.moved = new long[words];
    Interval range = form.number();
    int bits = Long.SIZE * words - 1;
    BigInteger end = BigInteger.ONE.shiftLeft(bits);
    this.least = words(range.least().max(end.negate()));
    this.most = words(range.most().min(end.subtract(BigInteger.ONE)));
  }

  private long[] words(BigInteger number) {
    long[] all = new long[words];
    for (int word = 0; word < words; word++) {
      all[word] = number.shiftRight(Long.SIZE * word).longValue();
    }
    return all;
  }

  /**
   * Takes {@code less} off the number at a place, and adds {@code more} to it, if what comes out is
   * in the range; else false, and nothing is done.
   */
  boolean move(long[][] numbers, int place, long[][] less, long[][] more, int at) {
    long carry = 0;
    long above = 0;
    for (int word = 0; word < words; word++) {
      long from = numbers[word][place];
      long added = more[word][at];
      long off = less[word][at];
      long sum = from + added;
      long next = Long.compareUnsigned(sum, added) < 0 ? 1 : 0;
      next -= Long.compareUnsigned(sum, off) < 0 ? 1 : 0;
      sum -= off;
      long whole = sum + carry;
      next += carry > 0 && whole == 0 ? 1 : 0;
      next -= carry < 0 && sum == 0 ? 1 : 0;
      moved[word] = whole;
      carry = next;
      above = (from >> 63) + (added >> 63) - (off >> 63);
    }
    // What would stand in a word more says whether these words are enough.
    if (above + carry != moved[words - 1] >> 63
        || compare(moved, least) < 0
        || compare(moved, most) > 0) {
      return false;
    }
    for (int word = 0; word < words; word++) {
      numbers[word][place] = moved[word];
    }
    return true;
  }

  /** Whether {@link #moveTwo} may be asked: the numbers have two words, with bits to spare. */
  boolean isTwo() {
    return two;
  }

  /** As {@link #move}, of numbers of two words. */
  boolean moveTwo(long[] low, long[] high, int place, long[][] less, long[][] more, int at) {
    long fromLow = low[place];
    long sum = fromLow + more[0][at];
    long carry = Long.compareUnsigned(sum, fromLow) < 0 ? 1 : 0;
    long off = less[0][at];
    carry -= Long.compareUnsigned(sum, off) < 0 ? 1 : 0;
    long movedLow = sum - off;
    long movedHigh = high[place] + more[1][at] - less[1][at] + carry;
    boolean inside =
        (movedHigh > least[1]
                || (movedHigh == least[1] && Long.compareUnsigned(movedLow, least[0]) >= 0))
            && (movedHigh < most[1]
                || (movedHigh == most[1] && Long.compareUnsigned(movedLow, most[0]) <= 0));
    if (inside) {
      low[place] = movedLow;
      high[place] = movedHigh;
    }
    return inside;
  }

  private int compare(long[] one, long[] other) {
    int top = words - 1;
    if (one[top] != other[top]) {
      return one[top] < other[top] ? -1 : 1;
    }
    for (int word = top - 1; word >= 0; word--) {
      if (one[word] != other[word]) {
        return Long.compareUnsigned(one[word], other[word]);
      }
    }
    return 0;
  }
}
