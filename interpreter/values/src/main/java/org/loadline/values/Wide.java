package org.loadline.values;

/** The unsigned product of two magnitudes of 128 bits: four words, {@code w3} the highest. */
record Wide(long w3, long w2, long w1, long w0) implements Comparable<Wide> {

  /** Multiplies two magnitudes; both are taken as unsigned. */
  static Wide product(Int128 a, Int128 b) {
    long lowHigh = Math.unsignedMultiplyHigh(a.lo(), b.lo());
    long crossLow = a.hi() * b.lo();
    long crossHigh = Math.unsignedMultiplyHigh(a.hi(), b.lo());
    long otherLow = a.lo() * b.hi();
    long otherHigh = Math.unsignedMultiplyHigh(a.lo(), b.hi());
    long topLow = a.hi() * b.hi();
    long topHigh = Math.unsignedMultiplyHigh(a.hi(), b.hi());

    long partial = lowHigh + crossLow;
    long word1 = partial + otherLow;
    long carry1 = carry(partial, lowHigh) + carry(word1, partial);

    long first = crossHigh + otherHigh;
    long second = first + topLow;
    long word2 = second + carry1;
    long carry2 = carry(first, crossHigh) + carry(second, first) + carry(word2, second);

    return new Wide(topHigh + carry2, word2, word1, a.lo() * b.lo());
  }

  /** Says whether the product needs more than 128 bits. */
  boolean aboveLow128() {
    return (w3 | w2) != 0;
  }

  @Override
  public int compareTo(Wide other) {
    if (w3 != other.w3) {
      return Long.compareUnsigned(w3, other.w3);
    }
    if (w2 != other.w2) {
      return Long.compareUnsigned(w2, other.w2);
    }
    return w1 != other.w1 ? Long.compareUnsigned(w1, other.w1) : Long.compareUnsigned(w0, other.w0);
  }

  private static long carry(long sum, long summand) {
    return Long.compareUnsigned(sum, summand) < 0 ? 1 : 0;
  }
}
