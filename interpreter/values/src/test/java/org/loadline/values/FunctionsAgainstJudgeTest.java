package org.loadline.values;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.loadline.values.Judge.assertDefined;
import static org.loadline.values.Judge.decimal;
import static org.loadline.values.Judge.nearest;
import static org.loadline.values.Judge.tie;

import ch.obermuhlner.math.big.BigDecimalMath;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Thousands of random and hostile arguments, judged by big-math and by other formulas. */
class FunctionsAgainstJudgeTest {
  private static final MathContext DIGITS = new MathContext(90);
  private static final int CORRECT = 80;

  private final Random random = new Random(42);

  /** A random rational of a random size between 10^least and 10^most, above zero. */
  private Exact positive(int least, int most) {
    int size = least + random.nextInt(most - least + 1);
    BigInteger above = new BigInteger(1 + random.nextInt(90), random).add(BigInteger.ONE);
    int scale = above.toString().length() - size;
    return random.nextInt(4) == 0
        ? Exact.ofUnscaled(above, scale).times(Exact.ofFraction(7, 3 + random.nextInt(50)))
        : Exact.ofUnscaled(above, scale);
  }

  private Exact anySign(Exact value) {
    return random.nextBoolean() ? value : value.negate();
  }

  @Test
  void exponentials() {
    for (int i = 0; i < 1_500; i++) {
      Exact x = anySign(positive(-20, 2)).min(Exact.of(700));
      BigDecimal judged = BigDecimalMath.exp(decimal(x, new MathContext(420)), wide(x));
      assertDefined(nearest(judged, wide(x).getPrecision() - 10), Functions.exp(x), x);
    }
  }

  /** Enough digits for 18 places of a large exponential. */
  private static MathContext wide(Exact exponent) {
    return exponent.compareTo(Exact.of(50)) > 0 ? new MathContext(400) : DIGITS;
  }

  @Test
  void logarithms() {
    for (int i = 0; i < 1_500; i++) {
      Exact x = positive(-30, 30);
      assertDefined(
          nearest(BigDecimalMath.log(decimal(x, DIGITS), DIGITS), CORRECT), Functions.ln(x), x);
    }
  }

  @Test
  void logarithmsBesideOne() {
    for (int places = 1; places <= 40; places++) {
      Exact step = Exact.of(10).power(-places).times(Exact.ofFraction(random.nextInt(900), 100));
      for (Exact x : new Exact[] {Exact.ONE.plus(step), Exact.ONE.minus(step)}) {
        if (x.signum() > 0) {
          BigDecimal judged = BigDecimalMath.log(decimal(x, DIGITS), DIGITS);
          BigDecimal settled = judged.setScale(70, RoundingMode.HALF_EVEN);
          assertDefined(nearest(settled, CORRECT), Functions.ln(x), x);
        }
      }
    }
  }

  @Test
  void powers() {
    for (int i = 0; i < 1_500; i++) {
      Exact base = positive(-6, 6);
      Exact exponent = anySign(positive(-8, 1));
      MathContext wide = new MathContext(180);
      BigDecimal logarithm = BigDecimalMath.log(decimal(base, wide), wide);
      BigDecimal product = logarithm.multiply(decimal(exponent, wide), wide);
      BigDecimal judged = BigDecimalMath.exp(product, wide);
      assertDefined(nearest(judged, 150), Functions.power(base, exponent), base + " ^ " + exponent);
    }
  }

  @Test
  void normalProbabilities() {
    for (int i = 0; i < 600; i++) {
      Exact x = anySign(Exact.ofUnscaled(new BigInteger(63, random), 18));
      if (x.abs().compareTo(Exact.of(9)) < 0) {
        BigDecimal judged = Judge.normalBySeries(decimal(x, DIGITS), 60);
        assertDefined(nearest(judged, 50), Functions.normalCdf(x), x);
      }
    }
  }

  @Test
  void normalTails() {
    for (int i = 0; i < 100; i++) {
      Exact x = Exact.ofUnscaled(BigInteger.valueOf(3_000_000 + random.nextInt(6_000_000)), 6);
      BigDecimal tail = Judge.normalTailByFraction(decimal(x, DIGITS), 50);
      assertDefined(nearest(tail, 40), Functions.normalCdf(x.negate()), x);
      assertDefined(nearest(BigDecimal.ONE.subtract(tail), 40), Functions.normalCdf(x), x);
    }
  }

  /** The two formulas of the judge agree with each other where both are good. */
  @Test
  void theJudgeAgreesWithItself() {
    for (int tenths = 30; tenths <= 90; tenths += 3) {
      BigDecimal x = BigDecimal.valueOf(tenths, 1);
      BigDecimal series = BigDecimal.ONE.subtract(Judge.normalBySeries(x, 60));
      BigDecimal fraction = Judge.normalTailByFraction(x, 50);
      assertEquals(
          series.setScale(45, RoundingMode.HALF_EVEN),
          fraction.setScale(45, RoundingMode.HALF_EVEN));
    }
  }

  /**
   * Arguments cut to so many digits beside the argument of a tie, so that the value lies that close
   * to it, on the side that the cut says.
   */
  @Test
  void exponentialsBesideATie() {
    for (int digits : new int[] {30, 60, 120, 480}) {
      for (int i = 0; i < 20; i++) {
        BigInteger below = new BigInteger(40 + random.nextInt(60), random);
        BigDecimal root = BigDecimalMath.log(tie(below), new MathContext(digits + 30));
        assertBesideTie(below, Functions.exp(cut(root, digits, RoundingMode.FLOOR)), true, "exp");
        assertBesideTie(
            below, Functions.exp(cut(root, digits, RoundingMode.CEILING)), false, "exp");
      }
    }
  }

  @Test
  void logarithmsBesideATie() {
    for (int digits : new int[] {40, 120, 450}) {
      for (int i = 0; i < 20; i++) {
        BigInteger below = new BigInteger(50 + random.nextInt(16), random);
        BigDecimal root = BigDecimalMath.exp(tie(below), new MathContext(digits + 70));
        assertBesideTie(below, Functions.ln(cut(root, digits, RoundingMode.FLOOR)), true, "ln");
        assertBesideTie(below, Functions.ln(cut(root, digits, RoundingMode.CEILING)), false, "ln");
      }
    }
  }

  @Test
  void rootsBesideATie() {
    for (int i = 0; i < 200; i++) {
      BigInteger below = new BigInteger(40 + random.nextInt(50), random);
      BigDecimal cube = tie(below).pow(3);
      Exact crumb = Exact.of(10).power(-100 - random.nextInt(300));
      Exact third = Exact.ofFraction(1, 3);
      Exact exact = Exact.of(cube);
      assertBesideTie(below, Functions.power(exact.minus(crumb), third), true, "root");
      assertBesideTie(below, Functions.power(exact.plus(crumb), third), false, "root");
      assertBesideTie(below, Functions.power(exact, third), !below.testBit(0), "exact root");
    }
  }

  @Test
  void normalProbabilitiesBesideATie() {
    for (int i = 0; i < 12; i++) {
      BigInteger half = BigInteger.TEN.pow(18).shiftRight(1);
      BigInteger below = half.add(new BigInteger(58, random));
      BigDecimal root = normalQuantile(tie(below));
      assertBesideTie(
          below, Functions.normalCdf(cut(root, 90, RoundingMode.FLOOR)), true, "normal");
      assertBesideTie(
          below, Functions.normalCdf(cut(root, 90, RoundingMode.CEILING)), false, "normal");
    }
  }

  /** Newton's method on the judge's own series, from the middle, to more than 100 digits. */
  private static BigDecimal normalQuantile(BigDecimal probability) {
    MathContext context = new MathContext(130);
    BigDecimal x = BigDecimal.ZERO;
    BigDecimal step = BigDecimal.ONE;
    while (step.abs().compareTo(BigDecimal.ONE.scaleByPowerOfTen(-110)) > 0) {
      BigDecimal off = Judge.normalBySeries(x, 120).subtract(probability);
      step = off.divide(Judge.normalDensity(x, context), context);
      x = x.subtract(step, context);
    }
    return x;
  }

  private static Exact cut(BigDecimal value, int places, RoundingMode mode) {
    return Exact.of(value.setScale(places, mode));
  }

  private static void assertBesideTie(
      BigInteger below, FunctionResult actual, boolean isBelow, String what) {
    Exact expected = Exact.ofUnscaled(isBelow ? below : below.add(BigInteger.ONE), 18);
    assertDefined(expected, actual, what + " beside a tie above " + below);
  }
}
