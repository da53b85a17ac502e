package org.loadline.engine.plan;

import java.math.BigInteger;

/** How a whole number is carried. */
public enum Width {
  /** 64 bits. */
  LONG(63),
  /** 128 bits. */
  WIDE(127),
  /** As many as it takes; such numbers are exact fractions. */
  EXACT(Integer.MAX_VALUE);

  private final int bits;

  Width(int bits) {
    this.bits = bits;
  }

  public boolean holds(BigInteger value) {
    return value.bitLength() <= bits;
  }

  public boolean holds(Interval range) {
    return holds(range.least()) && holds(range.most());
  }

  /** Every number that it carries; {@link #EXACT} has no such range. */
  Interval range() {
    BigInteger end = BigInteger.ONE.shiftLeft(bits);
    return new Interval(end.negate(), end.subtract(BigInteger.ONE));
  }

  /** What reports call it. */
  public String words() {
    return this == EXACT ? "exact" : bits + 1 + " bits";
  }

  public Width join(Width other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
