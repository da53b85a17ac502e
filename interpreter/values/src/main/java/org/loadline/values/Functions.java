package org.loadline.values;

import java.math.BigInteger;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * The functions whose values are irrational, each as the 18-place decimal nearest to the true
 * value, half even.
 *
 * <p>Always the nearest: a function is enclosed between two bounds, with more and more bits until
 * both bounds round alike (Ziv's strategy). That ends because the true value is never half way
 * between two decimals, except where it is rational; there it is worked out exactly.
 *
 * <p>Any {@link Exact} is an argument. What is outside the domain, or beyond {@link
 * Exact#exceedsLimit()}, is a {@link FunctionResult.Undefined}.
 */
public final class Functions {
  /** The decimal places of every result. */
  public static final int PLACES = 18;

  private static final int FIRST_BITS = 88;

  /** Enough for a power of at most 24 bits before the point to need its logarithm once. */
  private static final int ROUGH_BITS = FIRST_BITS + 24;

  /** From here on the exponential needs more digits than a number may have: e^1200 > 10^521. */
  private static final Exact HUGE_EXPONENT = Exact.of(1_200);

  /** From here down the exponential is nearest to zero: e^-43 < 10^-18 / 4. */
  private static final Exact TINY_EXPONENT = Exact.of(-43);

  /** From here on the normal distribution is nearest to one: it lacks less than 10^-18 / 4. */
  private static final Exact NORMAL_TAIL = Exact.of(9);

  /**
   * A power c^n / d^n of a reduced fraction with d > 1 lies half way between two 18-place decimals
   * only if d^n divides 2 · 10^18, so never for a greater n.
   */
  private static final int GREATEST_TIED_EXPONENT = 19;

  /**
   * Nobody has proved that the normal distribution is irrational at every rational argument but
   * zero, so that the bounds always part from a tie. An argument within the limit has fewer than
   * 3,500 bits, and a value that is no tie is not to be expected closer to one than that; at so
   * many bits more the middle of the bounds decides, and the evaluation ends.
   */
  private static final int MOST_BITS_OF_NORMAL = 1 << 14;

  private Functions() {}

  /** Returns e to the power of {@code exponent}. */
  public static FunctionResult exp(Exact exponent) {
    if (exponent.signum() == 0) {
      return new FunctionResult.Defined(Exact.ONE);
    }
    if (exponent.compareTo(HUGE_EXPONENT) > 0) {
      return FunctionResult.Undefined.TOO_LARGE;
    }
    if (exponent.compareTo(TINY_EXPONENT) < 0) {
      return new FunctionResult.Defined(Exact.ZERO);
    }
    int large =
        bitsOfExponential(Rounding.FLOOR.divide(exponent.numerator(), exponent.denominator()));
    return limited(
        nearest(
            bits ->
                Exponential.of(
                    Enclosure.of(exponent.numerator(), exponent.denominator(), bits + large))));
  }

  /** Returns the natural logarithm of {@code argument}, which must be above zero. */
  public static FunctionResult ln(Exact argument) {
    if (argument.signum() <= 0) {
      return FunctionResult.Undefined.LOGARITHM_OF_NON_POSITIVE;
    }
    if (argument.equals(Exact.ONE)) {
      return new FunctionResult.Defined(Exact.ZERO);
    }
    return limited(
        nearest(bits -> Logarithm.of(argument.numerator(), argument.denominator(), bits)));
  }

  /**
   * Returns {@code base} to the power of {@code exponent}.
   *
   * <p>A base below zero takes a whole exponent only, zero none below zero. Anything to the power
   * of zero is one, zero too.
   */
  public static FunctionResult power(Exact base, Exact exponent) {
    if (exponent.signum() == 0) {
      return new FunctionResult.Defined(Exact.ONE);
    }
    return switch (base.signum()) {
      case 0 ->
          exponent.signum() > 0
              ? new FunctionResult.Defined(Exact.ZERO)
              : FunctionResult.Undefined.NEGATIVE_POWER_OF_ZERO;
      case 1 -> powerOfPositive(base, exponent);
      default -> powerOfNegative(base, exponent);
    };
  }

  /** Returns the probability that a standard normal variable is at most {@code argument}. */
  public static FunctionResult normalCdf(Exact argument) {
    Exact magnitude = argument.abs();
    if (magnitude.compareTo(NORMAL_TAIL) > 0) {
      return new FunctionResult.Defined(argument.signum() > 0 ? Exact.ONE : Exact.ZERO);
    }
    if (magnitude.signum() == 0) {
      return new FunctionResult.Defined(Exact.ofFraction(1, 2));
    }
    return new FunctionResult.Defined(
        nearest(
            bits -> {
              Enclosure upper = NormalDistribution.of(magnitude, bits);
              Enclosure value = argument.signum() > 0 ? upper : upper.fromOne();
              return bits < MOST_BITS_OF_NORMAL ? value : value.middle();
            }));
  }

  private static FunctionResult powerOfNegative(Exact base, Exact exponent) {
    if (!exponent.isWhole()) {
      return FunctionResult.Undefined.FRACTIONAL_POWER_OF_NEGATIVE;
    }
    boolean odd = exponent.numerator().testBit(0);
    return switch (powerOfPositive(base.negate(), exponent)) {
      case FunctionResult.Defined(Exact number) ->
          new FunctionResult.Defined(odd ? number.negate() : number);
      case FunctionResult.Undefined undefined -> undefined;
    };
  }

  private static FunctionResult powerOfPositive(Exact base, Exact exponent) {
    if (base.equals(Exact.ONE)) {
      return new FunctionResult.Defined(Exact.ONE);
    }
    if (exponent.isWhole() && mayTie(exponent)) {
      return limited(nearest(base.power(exponent.intValueExact())));
    }
    Enclosure rough = logarithmOfPower(base, exponent, ROUGH_BITS);
    BigInteger floor = rough.floor();
    if (Exact.of(floor).compareTo(HUGE_EXPONENT) > 0) {
      return FunctionResult.Undefined.TOO_LARGE;
    }
    if (Exact.of(floor).compareTo(TINY_EXPONENT) < 0) {
      return new FunctionResult.Defined(Exact.ZERO);
    }
    int large = bitsOfExponential(floor);
    Optional<Exact> first =
        Exponential.of(
                FIRST_BITS + large <= ROUGH_BITS
                    ? rough
                    : logarithmOfPower(base, exponent, FIRST_BITS + large))
            .nearest();
    return limited(
        first
            .or(() -> rationalPower(base, exponent))
            .orElseGet(
                () ->
                    nearest(
                        bits -> Exponential.of(logarithmOfPower(base, exponent, bits + large)))));
  }

  /** Returns the nearest decimal of a power that might be a tie, if the power is rational. */
  private static Optional<Exact> rationalPower(Exact base, Exact exponent) {
    return mayTie(exponent)
        ? root(base, exponent.denominator())
            .map(root -> nearest(root.power(exponent.numerator().intValueExact())))
        : Optional.empty();
  }

  private static boolean mayTie(Exact exponent) {
    BigInteger magnitude = exponent.numerator().abs();
    return magnitude.compareTo(BigInteger.valueOf(GREATEST_TIED_EXPONENT)) <= 0;
  }

  private static Exact nearest(Exact value) {
    return Rounding.HALF_EVEN.roundToPlaces(value, PLACES);
  }

  /** Encloses exponent · ln(base), less than one wide whatever the size of the exponent. */
  private static Enclosure logarithmOfPower(Exact base, Exact exponent, int bits) {
    int size =
        Math.max(0, exponent.numerator().bitLength() - exponent.denominator().bitLength() + 1);
    return Logarithm.of(base.numerator(), base.denominator(), bits + size)
        .times(exponent.numerator(), exponent.denominator())
        .to(bits);
  }

  /** Returns the root of a positive number, if it is rational. */
  private static Optional<Exact> root(Exact value, BigInteger degree) {
    return wholeRoot(value.numerator(), degree)
        .flatMap(
            above ->
                wholeRoot(value.denominator(), degree)
                    .map(below -> Exact.ofFraction(above, below)));
  }

  private static Optional<BigInteger> wholeRoot(BigInteger value, BigInteger degree) {
    if (degree.equals(BigInteger.ONE) || value.equals(BigInteger.ONE)) {
      return Optional.of(value);
    }
    if (degree.compareTo(BigInteger.valueOf(value.bitLength())) >= 0) {
      return Optional.empty();
    }
    int n = degree.intValueExact();
    BigInteger less = BigInteger.valueOf(n - 1L);
    // Newton's method from above falls until it reaches the floor of the root.
    BigInteger root = BigInteger.ONE.shiftLeft(value.bitLength() / n + 1);
    while (true) {
      BigInteger next = root.multiply(less).add(value.divide(root.pow(n - 1))).divide(degree);
      if (next.compareTo(root) >= 0) {
        return root.pow(n).equals(value) ? Optional.of(root) : Optional.empty();
      }
      root = next;
    }
  }

  /** Returns how many bits an exponential has before the point, at least; none below one. */
  private static int bitsOfExponential(BigInteger floorOfExponent) {
    return Math.max(0, (floorOfExponent.intValueExact() + 1) * 3 / 2 + 1);
  }

  private static Exact nearest(IntFunction<Enclosure> bounds) {
    for (int bits = FIRST_BITS; ; bits *= 2) {
      Optional<Exact> agreed = bounds.apply(bits).nearest();
      if (agreed.isPresent()) {
        return agreed.get();
      }
    }
  }

  private static FunctionResult limited(Exact result) {
    return result.exceedsLimit()
        ? FunctionResult.Undefined.TOO_LARGE
        : new FunctionResult.Defined(result);
  }
}
