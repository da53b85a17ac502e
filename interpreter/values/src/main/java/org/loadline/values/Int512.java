package org.loadline.values;

/** A product of two numbers of 256 bits: its sign, and eight words, the lowest first. */
record Int512(boolean negative, long[] words) implements Comparable<Int512> {

  static Int512 product(Int256 a, Int256 b) {
    long[] left = words(a.abs());
    long[] right = words(b.abs());
    long[] words = new long[8];
    for (int i = 0; i < 4; i++) {
      long carry = 0;
      for (int j = 0; j < 4; j++) {
        long low = left[i] * right[j];
        long sum = words[i + j] + low;
        long total = sum + carry;
        carry =
            Math.unsignedMultiplyHigh(left[i], right[j])
                + Int256.carry(sum, low)
                + Int256.carry(total, carry);
        words[i + j] = total;
      }
      words[i + 4] = carry;
    }
    return new Int512(a.signum() * b.signum() < 0, words);
  }

  private static long[] words(Int256 magnitude) {
    return new long[] {magnitude.w0(), magnitude.w1(), magnitude.w2(), magnitude.w3()};
  }

  /** Says whether it is beyond the range of {@link Int256}. */
  boolean exceeds256() {
    if ((words[7] | words[6] | words[5] | words[4]) != 0) {
      return true;
    }
    boolean least = words[3] == Long.MIN_VALUE && (words[2] | words[1] | words[0]) == 0;
    return words[3] < 0 && !(negative && least);
  }

  @Override
  public int compareTo(Int512 other) {
    if (negative != other.negative) {
      // Zero is not negative.
      return negative ? -1 : 1;
    }
    for (int i = words.length - 1; i >= 0; i--) {
      if (words[i] != other.words[i]) {
        int magnitudes = Long.compareUnsigned(words[i], other.words[i]);
        return negative ? -magnitudes : magnitudes;
      }
    }
    return 0;
  }
}
