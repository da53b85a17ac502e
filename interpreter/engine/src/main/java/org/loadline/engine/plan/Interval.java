package org.loadline.engine.plan;

import java.math.BigInteger;
import java.util.stream.Stream;
import org.loadline.values.Rounding;

/** Whole numbers from {@code least} to {@code most}: where a value is known to lie. */
public record Interval(BigInteger least, BigInteger most) {
  public static final Interval ZERO = of(BigInteger.ZERO);
  public static final Interval ONE = of(BigInteger.ONE);

  public static Interval of(BigInteger value) {
    return new Interval(value, value);
  }

  public static Interval of(long least, long most) {
    return new Interval(BigInteger.valueOf(least), BigInteger.valueOf(most));
  }

  /**
   * The least range that holds this one and ends at powers of two, so that snapshots that differ
   * little have the same.
   */
  public Interval widened() {
    BigInteger low =
        least.signum() >= 0
            ? BigInteger.ZERO
            : BigInteger.ONE.shiftLeft(least.bitLength()).negate();
    BigInteger high =
        most.signum() <= 0
            ? BigInteger.ZERO
            : BigInteger.ONE.shiftLeft(most.bitLength()).subtract(BigInteger.ONE);
    return new Interval(low, high);
  }

  public Interval plus(Interval other) {
    return new Interval(least.add(other.least), most.add(other.most));
  }

  public Interval minus(Interval other) {
    return plus(other.negate());
  }

  public Interval negate() {
    return new Interval(most.negate(), least.negate());
  }

  public Interval times(Interval other) {
    return around(
        least.multiply(other.least),
        least.multiply(other.most),
        most.multiply(other.least),
        most.multiply(other.most));
  }

  public Interval abs() {
    BigInteger high = least.abs().max(most.abs());
    boolean zero = least.signum() <= 0 && most.signum() >= 0;
    return new Interval(zero ? BigInteger.ZERO : least.abs().min(most.abs()), high);
  }

  /** Where the quotient by whole numbers above zero lies once it is rounded. */
  public Interval dividedBy(Interval divisor, Rounding rounding) {
    BigInteger low = divisor.least.max(BigInteger.ONE);
    BigInteger high = divisor.most.max(low);
    return new Interval(
        rounding.divide(least, least.signum() < 0 ? low : high),
        rounding.divide(most, most.signum() < 0 ? high : low));
  }

  /** Where what is left lies after whole multiples of another number are taken off. */
  public Interval remainder(Interval divisor) {
    BigInteger end = divisor.abs().most.subtract(BigInteger.ONE).max(BigInteger.ZERO);
    return new Interval(
        least.max(end.negate()).min(BigInteger.ZERO), most.min(end).max(BigInteger.ZERO));
  }

  /** Where the square root lies once it is rounded, of what lies above zero. */
  public Interval root() {
    BigInteger low = least.max(BigInteger.ZERO).sqrt();
    return new Interval(low, most.max(BigInteger.ZERO).sqrt().add(BigInteger.ONE));
  }

  /** Where the lesser, or the greater, of two numbers lies. */
  public Interval choose(boolean greatest, Interval other) {
    return greatest
        ? new Interval(least.max(other.least), most.max(other.most))
        : new Interval(least.min(other.least), most.min(other.most));
  }

  /** How many bits its numbers need besides the sign. */
  public int bits() {
    return Math.max(least.bitLength(), most.bitLength());
  }

  public Interval join(Interval other) {
    return new Interval(least.min(other.least), most.max(other.most));
  }

  /** The part of this range that lies in another; if there is none, the other's nearest end. */
  public Interval within(Interval other) {
    return new Interval(
        least.max(other.least).min(other.most), most.min(other.most).max(other.least));
  }

  public boolean contains(BigInteger value) {
    return least.compareTo(value) <= 0 && value.compareTo(most) <= 0;
  }

  public boolean contains(Interval other) {
    return contains(other.least) && contains(other.most);
  }

  public boolean isPoint() {
    return least.equals(most);
  }

  private static Interval around(BigInteger... ends) {
    return new Interval(
        Stream.of(ends).min(BigInteger::compareTo).orElseThrow(),
        Stream.of(ends).max(BigInteger::compareTo).orElseThrow());
  }
}
