package org.loadline.values;

import java.math.BigInteger;
import java.util.Optional;

/**
 * A number known to lie in {@code low / 2^bits .. high / 2^bits}, both ends included.
 *
 * <p>Every operation keeps that promise: lower ends are rounded down, upper ends up.
 */
record Enclosure(BigInteger low, BigInteger high, int bits) {
  private static final BigInteger PLACES = BigInteger.TEN.pow(Functions.PLACES);

  /** Encloses a rational number to the given precision. */
  static Enclosure of(BigInteger numerator, BigInteger denominator, int bits) {
    BigInteger low = Rounding.FLOOR.divide(numerator.shiftLeft(bits), denominator);
    return new Enclosure(low, low.add(BigInteger.ONE), bits);
  }

  /** Encloses a number that is at most so many units of the last bit away. */
  static Enclosure around(BigInteger middle, long distance, int bits) {
    BigInteger error = BigInteger.valueOf(distance);
    return new Enclosure(middle.subtract(error), middle.add(error), bits);
  }

  BigInteger width() {
    return high.subtract(low);
  }

  /** Encloses the product of two numbers, neither below zero, of the same precision. */
  Enclosure times(Enclosure other) {
    return new Enclosure(
        low.multiply(other.low).shiftRight(bits),
        shiftRightUp(high.multiply(other.high), bits),
        bits);
  }

  /** Encloses the product with a rational number. */
  Enclosure times(BigInteger numerator, BigInteger denominator) {
    BigInteger least = numerator.signum() < 0 ? high : low;
    BigInteger most = numerator.signum() < 0 ? low : high;
    return new Enclosure(
        Rounding.FLOOR.divide(least.multiply(numerator), denominator),
        Rounding.CEIL.divide(most.multiply(numerator), denominator),
        bits);
  }

  Enclosure plus(Enclosure other) {
    return new Enclosure(low.add(other.low), high.add(other.high), bits);
  }

  /** Encloses {@code one − this}. */
  Enclosure fromOne() {
    BigInteger one = BigInteger.ONE.shiftLeft(bits);
    return new Enclosure(one.subtract(high), one.subtract(low), bits);
  }

  /** Encloses this number times {@code 2^power}, at the same precision. */
  Enclosure scaled(int power) {
    return power >= 0
        ? new Enclosure(low.shiftLeft(power), high.shiftLeft(power), bits)
        : new Enclosure(low.shiftRight(-power), shiftRightUp(high, -power), bits);
  }

  /** Encloses the same number with fewer bits. */
  Enclosure to(int fewerBits) {
    int cut = bits - fewerBits;
    return new Enclosure(low.shiftRight(cut), shiftRightUp(high, cut), fewerBits);
  }

  /** Returns the middle alone, which may leave out the number itself. */
  Enclosure middle() {
    return new Enclosure(low.add(high), low.add(high), bits + 1);
  }

  /** Returns the whole part of the lower end, towards negative infinity. */
  BigInteger floor() {
    return low.shiftRight(bits);
  }

  /** Returns the nearest 18-place decimal, half even, if both ends agree on it. */
  Optional<Exact> nearest() {
    BigInteger below = nearest(low);
    return below.equals(nearest(high))
        ? Optional.of(Exact.ofUnscaled(below, Functions.PLACES))
        : Optional.empty();
  }

  private BigInteger nearest(BigInteger end) {
    return Rounding.HALF_EVEN.divide(end.multiply(PLACES), BigInteger.ONE.shiftLeft(bits));
  }

  private static BigInteger shiftRightUp(BigInteger value, int count) {
    return value.negate().shiftRight(count).negate();
  }
}
