package org.loadline.engine.plan;

import java.math.BigInteger;

/** How a whole number is carried. */
public enum Width {
  /** 64 bits. */
  LONG(63),
  /** 128 bits. */
  WIDE(127),
  /** 256 bits. */
  QUAD(255),
  /** As many as it takes; such numbers are exact fractions. */
  EXACT(Integer.MAX_VALUE);

  private final int bits;

  Width(int bits) {
    this.bits = bits;
  }

  /** The narrowest that holds every number of a range. */
  public static Width of(Interval range) {
    for (Width width : values()) {
      if (width.holds(range)) {
        return width;
      }
    }
    return EXACT;
  }

  /** Into how many words of 64 bits a number goes. */
  public int words() {
    return switch (this) {
      case LONG -> 1;
      case WIDE -> 2;
      case QUAD -> 4;
      case EXACT -> throw new IllegalStateException("an exact fraction has no words");
    };
  }

  public boolean holds(BigInteger value) {
    return value.bitLength() <= bits;
  }

  public boolean holds(Interval range) {
    return holds(range.least()) && holds(range.most());
  }

  /** Every number that it carries; {@link #EXACT} has no such range. */
  public Interval range() {
    BigInteger end = BigInteger.ONE.shiftLeft(bits);
    return new Interval(end.negate(), end.subtract(BigInteger.ONE));
  }

  /** What reports call it. */
  public String label() {
    return this == EXACT ? "exact" : bits + 1 + " bits";
  }

  /** The narrower of two. */
  public Width meet(Width other) {
    return compareTo(other) <= 0 ? this : other;
  }

  public Width join(Width other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
