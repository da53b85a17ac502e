package org.loadline.engine.load;

import java.math.BigInteger;

/**
 * A sum of whole numbers of up to four words, the lowest first: fewer than 2^31 of them, so that
 * one word more holds it.
 */
final class WideSum {
  private long first;
  private long second;
  private long third;
  private long fourth;
  private long fifth;

  /** Adds the number whose words stand at a place of each array. */
  void add(long[][] words, int at) {
    long low = words[0][at];
    long next = words.length > 1 ? words[1][at] : low >> 63;
    first += low;
    long carry = Long.compareUnsigned(first, low) < 0 ? 1 : 0;
    if (words.length <= 2) {
      addAbove(next, next >> 63, next >> 63, next >> 63, carry);
    } else {
      long third = words[2][at];
      long fourth = words.length > 3 ? words[3][at] : third >> 63;
      addAbove(next, third, fourth, fourth >> 63, carry);
    }
  }

  private void addAbove(long two, long three, long four, long five, long carry) {
    long sum = second + two;
    long over = Long.compareUnsigned(sum, two) < 0 ? 1 : 0;
    second = sum + carry;
    over += second == 0 && carry == 1 ? 1 : 0;
    sum = third + three;
    long more = Long.compareUnsigned(sum, three) < 0 ? 1 : 0;
    third = sum + over;
    more += Long.compareUnsigned(third, over) < 0 ? 1 : 0;
    sum = fourth + four;
    long most = Long.compareUnsigned(sum, four) < 0 ? 1 : 0;
    fourth = sum + more;
    most += Long.compareUnsigned(fourth, more) < 0 ? 1 : 0;
    fifth += five + most;
  }

  BigInteger value() {
    BigInteger value = BigInteger.valueOf(fifth);
    for (long word : new long[] {fourth, third, second, first}) {
      value = value.shiftLeft(Long.SIZE).or(unsigned(word));
    }
    return value;
  }

  private static BigInteger unsigned(long word) {
    BigInteger low = BigInteger.valueOf(word & Long.MAX_VALUE);
    return word < 0 ? low.setBit(Long.SIZE - 1) : low;
  }
}
