package org.loadline.values;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An exact rational number.
 *
 * <p>The denominator is positive and the fraction is always reduced, so numbers that are equal in
 * value are equal, hash alike and compare as zero: one half and 0.5 are the same number. No
 * operation rounds. Division by zero is an {@link ArithmeticException}: callers test the divisor.
 *
 * <p>Operations do not limit the size of their results; evaluators ask {@link #exceedsLimit()}.
 */
public final class Exact implements Value, Comparable<Exact> {
  /** The most decimal places that a number, its numerator or its denominator may need. */
  public static final int MAX_PLACES = 512;

  public static final Exact ZERO = new Exact(BigInteger.ZERO, BigInteger.ONE);
  public static final Exact ONE = new Exact(BigInteger.ONE, BigInteger.ONE);

  private static final BigInteger LIMIT = BigInteger.TEN.pow(MAX_PLACES);

  /** A numerator and a denominator this short make at most 500 places and 1,700 bits of digits. */
  private static final int CLEARLY_WITHIN = 500;

  private static final BigInteger FIVE = BigInteger.valueOf(5);

  private final BigInteger numerator;
  private final BigInteger denominator;

  private Exact(BigInteger numerator, BigInteger denominator) {
    this.numerator = numerator;
    this.denominator = denominator;
  }

  /** Returns a whole number. */
  public static Exact of(long value) {
    return of(BigInteger.valueOf(value));
  }

  /** Returns a whole number. */
  public static Exact of(BigInteger value) {
    if (value.signum() == 0) {
      return ZERO;
    }
    return value.equals(BigInteger.ONE) ? ONE : new Exact(value, BigInteger.ONE);
  }

  /** Returns the value of a decimal; its scale does not show in the result. */
  public static Exact of(BigDecimal value) {
    return ofUnscaled(value.unscaledValue(), value.scale());
  }

  /** Returns {@code unscaled / 10^scale}; a negative scale multiplies. */
  public static Exact ofUnscaled(BigInteger unscaled, int scale) {
    if (unscaled.signum() == 0) {
      return ZERO;
    }
    return scale <= 0
        ? of(unscaled.multiply(BigInteger.TEN.pow(Math.negateExact(scale))))
        : reduced(unscaled, BigInteger.TEN.pow(scale));
  }

  /**
   * Returns {@code numerator / denominator}, reduced; the denominator may be negative, not zero.
   */
  public static Exact ofFraction(BigInteger numerator, BigInteger denominator) {
    return switch (denominator.signum()) {
      case 0 -> throw new ArithmeticException("division by zero");
      case 1 -> reduced(numerator, denominator);
      default -> reduced(numerator.negate(), denominator.negate());
    };
  }

  /**
   * Returns {@code numerator / denominator}, reduced; the denominator may be negative, not zero.
   */
  public static Exact ofFraction(long numerator, long denominator) {
    return ofFraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  private static Exact reduced(BigInteger numerator, BigInteger denominator) {
    BigInteger common = CommonDivisor.of(numerator, denominator);
    return common.equals(BigInteger.ONE)
        ? ofReduced(numerator, denominator)
        : ofReduced(numerator.divide(common), denominator.divide(common));
  }

  private static Exact ofReduced(BigInteger numerator, BigInteger denominator) {
    return denominator.equals(BigInteger.ONE) ? of(numerator) : new Exact(numerator, denominator);
  }

  /** Returns the numerator of the reduced fraction; it carries the sign. */
  public BigInteger numerator() {
    return numerator;
  }

  /** Returns the denominator of the reduced fraction; it is positive. */
  public BigInteger denominator() {
    return denominator;
  }

  /** Returns the exact sum. */
  public Exact plus(Exact other) {
    if (denominator.equals(other.denominator)) {
      return reduced(numerator.add(other.numerator), denominator);
    }
    // Knuth, The Art of Computer Programming 4.5.1: over the least common denominator, the sum can
    // only have a factor in common with what the two denominators share.
    BigInteger shared = CommonDivisor.of(denominator, other.denominator);
    BigInteger scale = other.denominator.divide(shared);
    BigInteger otherScale = denominator.divide(shared);
    BigInteger sum = numerator.multiply(scale).add(other.numerator.multiply(otherScale));
    BigInteger common = CommonDivisor.of(sum, shared);
    return ofReduced(sum.divide(common), otherScale.multiply(other.denominator.divide(common)));
  }

  /** Returns the exact difference. */
  public Exact minus(Exact other) {
    return plus(other.negate());
  }

  /** Returns the exact product. */
  public Exact times(Exact other) {
    // Two reduced fractions only have factors in common crosswise.
    BigInteger left = CommonDivisor.of(numerator, other.denominator);
    BigInteger right = CommonDivisor.of(other.numerator, denominator);
    return ofReduced(
        numerator.divide(left).multiply(other.numerator.divide(right)),
        denominator.divide(right).multiply(other.denominator.divide(left)));
  }

  /** Returns the exact quotient; a zero divisor is an {@link ArithmeticException}. */
  public Exact dividedBy(Exact divisor) {
    return times(divisor.inverse());
  }

  private Exact inverse() {
    return switch (signum()) {
      case 0 -> throw new ArithmeticException("division by zero");
      case 1 -> ofReduced(denominator, numerator);
      default -> ofReduced(denominator.negate(), numerator.negate());
    };
  }

  /**
   * Returns {@code this − divisor · truncate(this / divisor)}, which has the sign of this number; a
   * zero divisor is an {@link ArithmeticException}.
   */
  public Exact remainder(Exact divisor) {
    if (divisor.signum() == 0) {
      throw new ArithmeticException("division by zero");
    }
    BigInteger left = numerator.multiply(divisor.denominator);
    BigInteger right = divisor.numerator.multiply(denominator);
    return reduced(left.remainder(right), denominator.multiply(divisor.denominator));
  }

  /** Returns this number to a whole power; zero to a negative one is an ArithmeticException. */
  public Exact power(int exponent) {
    return exponent >= 0
        ? ofReduced(numerator.pow(exponent), denominator.pow(exponent))
        : inverse().power(Math.negateExact(exponent));
  }

  public Exact negate() {
    return signum() == 0 ? this : new Exact(numerator.negate(), denominator);
  }

  public Exact abs() {
    return signum() < 0 ? negate() : this;
  }

  /** Returns −1, 0 or 1. */
  public int signum() {
    return numerator.signum();
  }

  public Exact min(Exact other) {
    return compareTo(other) <= 0 ? this : other;
  }

  public Exact max(Exact other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** Compares by cross product, so equal values compare as zero and nothing is rounded. */
  @Override
  public int compareTo(Exact other) {
    if (signum() != other.signum()) {
      return Integer.compare(signum(), other.signum());
    }
    if (denominator.equals(other.denominator)) {
      return numerator.compareTo(other.numerator);
    }
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  public boolean isWhole() {
    return denominator.equals(BigInteger.ONE);
  }

  /** Returns this number as an int; a fraction or a number out of range is ArithmeticException. */
  public int intValueExact() {
    return wholeNumerator().intValueExact();
  }

  /** Returns this number as a long; a fraction or a number out of range is ArithmeticException. */
  public long longValueExact() {
    return wholeNumerator().longValueExact();
  }

  private BigInteger wholeNumerator() {
    if (!isWhole()) {
      throw new ArithmeticException("not a whole number");
    }
    return numerator;
  }

  /** Returns the fewest places in which this number is a decimal; empty if its digits never end. */
  public OptionalInt decimalPlaces() {
    int twos = denominator.getLowestSetBit();
    BigInteger rest = denominator.shiftRight(twos);
    int fives = 0;
    while (!rest.equals(BigInteger.ONE)) {
      BigInteger[] quotient = rest.divideAndRemainder(FIVE);
      if (quotient[1].signum() != 0) {
        return OptionalInt.empty();
      }
      rest = quotient[0];
      fives++;
    }
    return OptionalInt.of(Math.max(twos, fives));
  }

  /** Returns this number as a decimal with the fewest places; empty if its digits never end. */
  public Optional<BigDecimal> toDecimal() {
    OptionalInt places = decimalPlaces();
    return places.isEmpty()
        ? Optional.empty()
        : Optional.of(new BigDecimal(unscaled(places.getAsInt()), places.getAsInt()));
  }

  /** This number times ten to the power of places that are enough for it. */
  BigInteger unscaled(int places) {
    return numerator.multiply(BigInteger.TEN.pow(places)).divide(denominator);
  }

  /**
   * Says whether this number is beyond what a policy may hold: a decimal of more than {@link
   * #MAX_PLACES} places or, written without its point, above ten to that power; a fraction whose
   * numerator or denominator is above it. Cheap for a number of ordinary size.
   */
  public boolean exceedsLimit() {
    if (numerator.bitLength() <= CLEARLY_WITHIN && denominator.bitLength() <= CLEARLY_WITHIN) {
      return false;
    }
    OptionalInt places = decimalPlaces();
    if (places.isEmpty()) {
      return isAboveLimit(numerator) || isAboveLimit(denominator);
    }
    return places.getAsInt() > MAX_PLACES || isAboveLimit(unscaled(places.getAsInt()));
  }

  private static boolean isAboveLimit(BigInteger digits) {
    return digits.abs().compareTo(LIMIT) > 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Exact that
        && numerator.equals(that.numerator)
        && denominator.equals(that.denominator);
  }

  @Override
  public int hashCode() {
    return Objects.hash(numerator, denominator);
  }

  /** Returns the text of {@link NumberText#format}. */
  @Override
  public String toString() {
    return NumberText.format(this);
  }
}
