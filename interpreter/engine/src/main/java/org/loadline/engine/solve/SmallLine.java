package org.loadline.engine.solve;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** {@code start + place * each}, in 64 bits. Operations that leave these give nothing. */
record SmallLine(long start, long each) {
  private static final BigInteger[] NONE = new BigInteger[0];

  BigInteger[] coefficients() {
    if (each == 0) {
      return start == 0 ? NONE : new BigInteger[] {BigInteger.valueOf(start)};
    }
    return new BigInteger[] {BigInteger.valueOf(start), BigInteger.valueOf(each)};
  }

  @Nullable SmallLine plus(SmallLine other) {
    long sum = start + other.start;
    long slope = each + other.each;
    boolean beyond =
        ((start ^ sum) & (other.start ^ sum)) < 0 || ((each ^ slope) & (other.each ^ slope)) < 0;
    return beyond ? null : new SmallLine(sum, slope);
  }

  @Nullable SmallLine minus(SmallLine other) {
    long difference = start - other.start;
    long slope = each - other.each;
    boolean beyond =
        ((start ^ other.start) & (start ^ difference)) < 0
            || ((each ^ other.each) & (each ^ slope)) < 0;
    return beyond ? null : new SmallLine(difference, slope);
  }

  @Nullable SmallLine negate() {
    return start == Long.MIN_VALUE || each == Long.MIN_VALUE ? null : new SmallLine(-start, -each);
  }

  /** By a line, unless the product is none. */
  @Nullable SmallLine times(SmallLine other) {
    if (other.each == 0) {
      return times(other.start);
    }
    return each == 0 ? other.times(start) : null;
  }

  private @Nullable SmallLine times(long factor) {
    long low = start * factor;
    long slope = each * factor;
    boolean beyond =
        Math.multiplyHigh(start, factor) != low >> 63
            || Math.multiplyHigh(each, factor) != slope >> 63;
    return beyond ? null : new SmallLine(low, slope);
  }

  /** At a place that is not below zero. */
  int sign(long place) {
    if (each == 0) {
      return Long.signum(start);
    }
    // start + place * each in 128 bits.
    long low = place * each;
    long high = Math.multiplyHigh(place, each);
    long sum = low + start;
    high += (start >> 63) + (Long.compareUnsigned(sum, low) < 0 ? 1 : 0);
    return high != 0 ? Long.signum(high) : sum == 0 ? 0 : 1;
  }

  /** The first place after {@code from} and below {@code end} with another sign; or that end. */
  long nextSign(long from, long end) {
    int sign = sign(from);
    if (each == 0 || from + 1 >= end || (sign != 0 && Long.signum(each) == sign)) {
      return end;
    }
    if (sign == 0) {
      return from + 1;
    }
    if (start == Long.MIN_VALUE || each == Long.MIN_VALUE) {
      return halve(from, end, sign);
    }
    // The least whole number that is not below -start / each.
    long first = -Math.floorDiv(each > 0 ? start : -start, Math.abs(each));
    return Math.min(first, end);
  }

  private long halve(long same, long end, int sign) {
    long low = same;
    long high = end;
    while (low + 1 < high) {
      long middle = low + (high - low) / 2;
      if (sign(middle) == sign) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }
}
