package org.loadline.values;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.loadline.values.FunctionResult.Undefined.FRACTIONAL_POWER_OF_NEGATIVE;
import static org.loadline.values.FunctionResult.Undefined.LOGARITHM_OF_NON_POSITIVE;
import static org.loadline.values.FunctionResult.Undefined.NEGATIVE_POWER_OF_ZERO;
import static org.loadline.values.FunctionResult.Undefined.TOO_LARGE;
import static org.loadline.values.Judge.assertDefined;
import static org.loadline.values.Judge.exact;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Known values, exact cases, domains and limits. */
class FunctionsTest {
  private static final Exact GREATEST = Exact.of(BigInteger.TEN.pow(512));
  private static final Exact LEAST = Exact.ONE.dividedBy(GREATEST);

  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "1, 2.718281828459045235",
    "-1, 0.367879441171442322",
    "10, 22026.465794806716516958",
    "-41, 0.000000000000000002",
    "-42, 0.000000000000000001",
    "-43, 0",
    "-1e9, 0",
    "5e-19, 1.000000000000000001", // a little above the tie
    "4.9e-19, 1",
    "-5e-19, 1", // a little above the tie
  })
  void exponentialsAreTheNearest(String exponent, String expected) {
    assertDefined(exact(expected), Functions.exp(exact(exponent)), exponent);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0",
    "2, 0.693147180559945309",
    "10, 2.302585092994045684",
    "0.5, -0.693147180559945309",
    "1.000000000000000001, 0.000000000000000001",
    "0.999999999999999999, -0.000000000000000001",
    "1.0000000000000000005, 0", // a little below the tie
    "0.9999999999999999995, -0.000000000000000001", // a little beyond the tie
    "1e-512, -1178.923567612951390217",
    "1e512, 1178.923567612951390217",
  })
  void logarithmsAreTheNearest(String argument, String expected) {
    assertDefined(exact(expected), Functions.ln(exact(argument)), argument);
  }

  /** Tails from the tables of Abramowitz and Stegun, and the same values seen from the left. */
  @ParameterizedTest
  @CsvSource({
    "0, 0.5",
    "-1, 0.158655253931457051",
    "1, 0.841344746068542949",
    "-2, 0.022750131948179207",
    "2, 0.977249868051820793",
    "-3, 0.001349898031630095",
    "-4, 0.000031671241833120",
    "-5, 0.000000286651571879",
    "-6, 0.000000000986587645",
    "8.5, 0.999999999999999991",
    "9, 1",
    "-9, 0",
    "1e300, 1",
    "-1e300, 0",
    "1e-300, 0.5",
    "-1e-18, 0.5",
    "1e-17, 0.500000000000000004",
  })
  void normalProbabilitiesAreTheNearest(String argument, String expected) {
    assertDefined(exact(expected), Functions.normalCdf(exact(argument)), argument);
  }

  @ParameterizedTest
  @CsvSource({
    "2, 0.5, 1.414213562373095049",
    "2, -0.5, 0.707106781186547524",
    "1.05, 30, 4.321942375150662009",
    "10, -18, 0.000000000000000001",
    "10, -19, 0",
    "2, 100, 1267650600228229401496703205376",
    "1.000000000000000001, 1e18, 2.718281828459045234",
    "0.999999999999999999, 1e18, 0.367879441171442321",
  })
  void powersAreTheNearest(String base, String exponent, String expected) {
    assertDefined(exact(expected), Functions.power(exact(base), exact(exponent)), base);
  }

  /** Where a power is rational it can lie exactly half way; there half even decides. */
  @Test
  @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void powersOnATieGoToTheEvenNeighbour() {
    Exact half = Exact.ofFraction(1, 2);
    // 2^-19 = 0.0000019073486328125
    assertDefined(exact("0.000001907348632812"), Functions.power(half, Exact.of(19)), "2^-19");
    assertDefined(exact("0.000001907348632812"), Functions.power(Exact.of(2), Exact.of(-19)), "");
    assertDefined(
        exact("0.000001907348632812"),
        Functions.power(Exact.ofFraction(1, 8), Exact.ofFraction(19, 3)),
        "(1/8)^(19/3)");
    assertDefined(Exact.ZERO, Functions.power(exact("2.5e-37"), half), "half a unit");
    assertDefined(exact("2e-18"), Functions.power(exact("2.25e-36"), half), "one and a half");
    assertDefined(exact("2e-18"), Functions.power(exact("6.25e-36"), half), "two and a half");
    assertDefined(
        exact("-0.000001907348632812"), Functions.power(half.negate(), Exact.of(19)), "negative");
  }

  @Test
  void rationalPowersAreExact() {
    assertDefined(Exact.of(32), Functions.power(Exact.of(4), Exact.ofFraction(5, 2)), "4^(5/2)");
    assertDefined(
        exact("0.444444444444444444"),
        Functions.power(Exact.ofFraction(27, 8), Exact.ofFraction(-2, 3)),
        "(27/8)^(-2/3)");
    Exact large = Exact.of(BigInteger.TWO.pow(500));
    assertDefined(Exact.of(2), Functions.power(large, Exact.ofFraction(1, 500)), "root");
    assertDefined(Exact.of(BigInteger.TWO.pow(40)), Functions.power(large, exact("0.08")), "2^40");
  }

  @Test
  void powersOfNegativesAndOfZeroHaveTheirDomain() {
    Exact minusTwo = Exact.of(-2);
    Exact hugeEven = GREATEST;
    Exact hugeOdd = GREATEST.minus(Exact.ONE);
    assertDefined(Exact.of(-8), Functions.power(minusTwo, Exact.of(3)), "-2^3");
    assertDefined(exact("0.25"), Functions.power(minusTwo, minusTwo), "-2^-2");
    assertDefined(Exact.of(-1), Functions.power(Exact.of(-1), hugeOdd), "odd");
    assertDefined(Exact.ONE, Functions.power(Exact.of(-1), hugeEven), "even");
    assertDefined(exact("1e-18"), Functions.power(exact("-0.5"), Exact.of(60)), "2^-60");
    assertDefined(Exact.ZERO, Functions.power(exact("-0.5"), Exact.of(61)), "-2^-61");
    assertEquals(FRACTIONAL_POWER_OF_NEGATIVE, Functions.power(minusTwo, exact("0.5")));
    assertDefined(Exact.ONE, Functions.power(Exact.ZERO, Exact.ZERO), "0^0");
    assertDefined(Exact.ONE, Functions.power(minusTwo, Exact.ZERO), "-2^0");
    assertDefined(Exact.ZERO, Functions.power(Exact.ZERO, exact("0.1")), "0^0.1");
    assertEquals(NEGATIVE_POWER_OF_ZERO, Functions.power(Exact.ZERO, exact("-0.1")));
  }

  @Test
  void logarithmsHaveTheirDomain() {
    assertEquals(LOGARITHM_OF_NON_POSITIVE, Functions.ln(Exact.ZERO));
    assertEquals(LOGARITHM_OF_NON_POSITIVE, Functions.ln(LEAST.negate()));
  }

  @Test
  void resultsBeyondTheLimitAreTooLarge() {
    // e^1137 has 494 digits before the point and 18 behind it; e^1138 has one more.
    assertEquals(494, digits(Functions.exp(Exact.of(1_137))));
    assertEquals(TOO_LARGE, Functions.exp(Exact.of(1_138)));
    assertEquals(TOO_LARGE, Functions.exp(GREATEST));
    assertEquals(TOO_LARGE, Functions.power(Exact.of(2), GREATEST));
    assertEquals(TOO_LARGE, Functions.power(exact("0.5"), GREATEST.negate()));
    assertEquals(TOO_LARGE, Functions.power(Exact.of(10), Exact.of(513)));
    assertDefined(GREATEST, Functions.power(Exact.of(10), Exact.of(512)), "10^512");
  }

  private static int digits(FunctionResult result) {
    BigInteger whole = Rounding.FLOOR.round(result.value().orElseThrow(), Exact.ONE).numerator();
    return whole.toString().length();
  }

  @Test
  void argumentsAtTheLimitAreServed() {
    assertDefined(Exact.ONE, Functions.exp(LEAST), "exp of the least");
    assertDefined(Exact.ZERO, Functions.exp(GREATEST.negate()), "exp of the lowest");
    assertDefined(exact("0.5"), Functions.normalCdf(LEAST), "normal of the least");
    assertDefined(Exact.ZERO, Functions.ln(Exact.ONE.plus(LEAST)), "ln beside one");
    assertDefined(Exact.ONE, Functions.power(Exact.of(7), LEAST), "root beyond all");
    assertDefined(Exact.ZERO, Functions.power(exact("0.5"), GREATEST), "nothing left");
    assertDefined(
        exact("2.718281828459045235"),
        Functions.power(Exact.ONE.plus(LEAST), GREATEST),
        "compound interest without end");
  }
}
