package org.loadline.values;

import java.math.BigInteger;

/**
 * The ways to bring a number to a multiple of a step, once, from its exact value.
 *
 * <p>A step is positive; one that is not is an {@link IllegalArgumentException}. The result has the
 * unit of the step.
 */
public enum Rounding {
  /** Down, towards negative infinity. */
  FLOOR,
  /** Up, towards positive infinity. */
  CEIL,
  /** Towards zero. */
  TRUNCATE,
  /** Away from zero. */
  AWAY,
  /** To the nearest, a tie to the even multiple. */
  HALF_EVEN,
  /** To the nearest, a tie away from zero. */
  HALF_UP;

  /** Returns the multiple of {@code step} that this way of rounding picks for {@code value}. */
  public Exact round(Exact value, Exact step) {
    requirePositive(step);
    if (step.isWhole() && value.isWhole() && step.equals(Exact.ONE)) {
      return value;
    }
    BigInteger steps =
        divide(
            value.numerator().multiply(step.denominator()),
            value.denominator().multiply(step.numerator()));
    return Exact.of(steps).times(step);
  }

  /** Rounds to so many decimal places; a negative number of places rounds to tens, hundreds, … */
  public Exact roundToPlaces(Exact value, int places) {
    BigInteger steps =
        places >= 0
            ? divide(value.numerator().multiply(BigInteger.TEN.pow(places)), value.denominator())
            : divide(
                value.numerator(),
                value.denominator().multiply(BigInteger.TEN.pow(Math.negateExact(places))));
    return Exact.ofUnscaled(steps, places);
  }

  /**
   * Returns the square root of {@code radicand} as a multiple of {@code step}, rounded once from
   * the exact root.
   *
   * <p>A negative radicand is an {@link ArithmeticException}: callers test it, it is outside the
   * domain. A non-positive step is an {@link IllegalArgumentException}.
   */
  public static Exact sqrt(Exact radicand, Exact step, Rounding rounding) {
    requirePositive(step);
    if (radicand.signum() < 0) {
      throw new ArithmeticException("square root of a negative number");
    }
    Exact squaredSteps = radicand.dividedBy(step.times(step));
    BigInteger floored = squaredSteps.numerator().divide(squaredSteps.denominator()).sqrt();
    Exact floor = Exact.of(floored);
    boolean exact = floor.times(floor).equals(squaredSteps);
    Exact middle = Exact.ofFraction(floored.shiftLeft(1).add(BigInteger.ONE), BigInteger.TWO);
    int half = squaredSteps.compareTo(middle.times(middle));
    boolean grows = rounding.grows(false, floored.testBit(0), exact, half);
    return Exact.of(grows ? floored.add(BigInteger.ONE) : floored).times(step);
  }

  /**
   * Returns the whole number that this way of rounding picks for a quotient; the divisor is
   * positive.
   */
  public BigInteger divide(BigInteger numerator, BigInteger divisor) {
    if (divisor.signum() <= 0) {
      throw new IllegalArgumentException("a divisor must be above zero");
    }
    BigInteger[] parts = numerator.divideAndRemainder(divisor);
    BigInteger truncated = parts[0];
    BigInteger rest = parts[1];
    if (rest.signum() == 0) {
      return truncated;
    }
    int half = rest.abs().shiftLeft(1).compareTo(divisor);
    return grows(rest.signum() < 0, truncated.testBit(0), false, half)
        ? truncated.add(BigInteger.valueOf(rest.signum()))
        : truncated;
  }

  /**
   * Says whether a truncated quotient must grow by one in magnitude.
   *
   * @param negative whether the exact quotient is below zero
   * @param odd whether the truncated quotient is odd
   * @param exact whether nothing was cut off
   * @param half how what was cut off compares with one half: below, equal or above zero
   */
  boolean grows(boolean negative, boolean odd, boolean exact, int half) {
    if (exact) {
      return false;
    }
    return switch (this) {
      case FLOOR -> negative;
      case CEIL -> !negative;
      case TRUNCATE -> false;
      case AWAY -> true;
      case HALF_EVEN -> half > 0 || (half == 0 && odd);
      case HALF_UP -> half >= 0;
    };
  }

  private static void requirePositive(Exact step) {
    if (step.signum() <= 0) {
      throw new IllegalArgumentException("a step must be above zero");
    }
  }
}
