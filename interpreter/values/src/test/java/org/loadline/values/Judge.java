package org.loadline.values;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.obermuhlner.math.big.BigDecimalMath;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** What another library, and other formulas, say about the functions. */
final class Judge {
  private static final int PLACES = 18;

  private Judge() {}

  /** The decimal of so many significant digits, for the other library. */
  static BigDecimal decimal(Exact value, MathContext context) {
    return new BigDecimal(value.numerator()).divide(new BigDecimal(value.denominator()), context);
  }

  static Exact exact(String text) {
    return Exact.of(new BigDecimal(text));
  }

  /** The nearest 18-place decimal, provided that the digits of the approximation settle it. */
  static Exact nearest(BigDecimal approximation, int correctDigits) {
    BigDecimal error = approximation.ulp().max(unit(approximation, correctDigits));
    BigDecimal below = approximation.subtract(error).setScale(PLACES, RoundingMode.HALF_EVEN);
    BigDecimal above = approximation.add(error).setScale(PLACES, RoundingMode.HALF_EVEN);
    assertEquals(below, above, "the judge needs more digits");
    return Exact.of(below);
  }

  private static BigDecimal unit(BigDecimal approximation, int correctDigits) {
    return BigDecimal.ONE.scaleByPowerOfTen(
        approximation.precision() - approximation.scale() - correctDigits);
  }

  static void assertDefined(Exact expected, FunctionResult actual, Object what) {
    assertEquals(new FunctionResult.Defined(expected), actual, () -> String.valueOf(what));
  }

  /** The normal distribution by the alternating series of its integral; best near zero. */
  static BigDecimal normalBySeries(BigDecimal x, int digits) {
    // The greatest term is below e^(x²/2), which costs that many digits.
    MathContext context = new MathContext(digits + x.pow(2).intValue() + 20);
    BigDecimal minusHalfSquare = x.multiply(x).divide(BigDecimal.valueOf(-2), context);
    BigDecimal power = x;
    BigDecimal sum = x;
    BigDecimal enough = BigDecimal.ONE.scaleByPowerOfTen(-digits - 10);
    for (int n = 1; power.abs().compareTo(enough) > 0 || n < x.pow(2).intValue(); n++) {
      power = power.multiply(minusHalfSquare).divide(BigDecimal.valueOf(n), context);
      sum = sum.add(power.divide(BigDecimal.valueOf(2L * n + 1), context), context);
    }
    BigDecimal height =
        BigDecimal.ONE.divide(
            BigDecimalMath.pi(context).multiply(BigDecimal.TWO).sqrt(context), context);
    return sum.multiply(height).add(new BigDecimal("0.5"));
  }

  /** The upper tail of the normal distribution by Laplace's continued fraction; best far out. */
  static BigDecimal normalTailByFraction(BigDecimal x, int digits) {
    MathContext context = new MathContext(digits + 10);
    BigDecimal fraction = x;
    for (int n = 4_000; n > 0; n--) {
      fraction = x.add(BigDecimal.valueOf(n).divide(fraction, context), context);
    }
    return normalDensity(x, context).divide(fraction, context);
  }

  static BigDecimal normalDensity(BigDecimal x, MathContext context) {
    BigDecimal exponent = x.multiply(x).divide(BigDecimal.valueOf(-2), context);
    BigDecimal root = BigDecimalMath.pi(context).multiply(BigDecimal.TWO).sqrt(context);
    return BigDecimalMath.exp(exponent, context).divide(root, context);
  }

  /** A number half way between two 18-place decimals. */
  static BigDecimal tie(BigInteger unitsBelow) {
    return new BigDecimal(
        unitsBelow.multiply(BigInteger.TEN).add(BigInteger.valueOf(5)), PLACES + 1);
  }
}
