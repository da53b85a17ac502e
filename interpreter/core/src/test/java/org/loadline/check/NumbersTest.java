package org.loadline.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Decimals, fractions whose denominator is known, and fractions that differ by row. */
class NumbersTest {
  private static final String LINES =
      """
      unit USD
      param fee = 2%
      entity line {
          key id
          part, whole : USD
          n : count
      }
      table weights by n: number {
          | n        | w |
          | below 10 | 3 |
          | otherwise | 7 |
      }
      """;

  private static String type(String formula) {
    return CheckedPolicy.of(LINES + "for each line { x = " + formula + " }").type("line.x");
  }

  private static String said(String formula) {
    return CheckedPolicy.of(LINES + "for each line { x = " + formula + " }").saidWithHints();
  }

  @Test
  void literalsInputsParamsAndCellsAreDecimals() {
    assertEquals("decimal", type("0.5"));
    assertEquals("decimal", type("15%"));
    assertEquals("decimal USD", type("part"));
    assertEquals("decimal", type("fee"));
    assertEquals("decimal", type("weights(n).w"));
  }

  @Test
  void sumsProductsAndTheirKinOfDecimalsAreDecimals() {
    assertEquals("decimal USD", type("part + whole"));
    assertEquals("decimal USD", type("part - whole"));
    assertEquals("decimal USD^2", type("part * whole"));
    assertEquals("decimal USD", type("part less fee"));
    assertEquals("decimal USD", type("abs(part)"));
    assertEquals("decimal", type("sign(part)"));
    assertEquals("decimal USD", type("-part"));
  }

  @Test
  void aQuotientIsADecimalOnlyIfTheLiteralsInverseEnds() {
    assertEquals("decimal USD", type("part / 2"));
    assertEquals("decimal USD", type("part / 100"));
    assertEquals("decimal USD", type("part / 0.04"));
    assertEquals("fixed fraction USD", type("part / 3"));
    assertEquals("fixed fraction USD", type("part / fee"));
    assertEquals("fixed fraction USD", type("part / weights(n).w"));
    assertEquals("fraction", type("part / whole"));
  }

  @Test
  void aLiteralWholeExponentIsAProduct() {
    assertEquals("decimal USD^3", type("power(part, 3)"));
    assertEquals("fraction", type("power(part / whole, 2)"));
    assertEquals("fraction 1/USD^2", type("power(part, -2)"));
    assertEquals("decimal", type("power(fee, 0.5)"));
    assertEquals(
        "R3212 A whole exponent is at most 64. > Write it as a product of smaller powers.",
        said("power(fee, 65)"));
    assertEquals(
        "R3215 An amount in `USD` can only be raised to a written whole number."
            + " > Drop the unit with `as number`.",
        said("power(part, fee)"));
  }

  @Test
  void aFractionStaysOneThroughArithmetic() {
    assertEquals("fraction", type("part / whole + 1"));
    assertEquals("fixed fraction", type("n / 3 * 2"));
    assertEquals("fraction USD", type("part * (part / whole)"));
    assertEquals("fraction", type("part / whole * (n / 3)"));
  }

  @Test
  void whatReturnsOneOfItsOperandsJoinsThem() {
    assertEquals("fraction", type("min(part / whole, 1)"));
    assertEquals("fixed fraction", type("max(n / 3, 1)"));
    assertEquals("decimal", type("clamp(n, 0, 1)"));
    assertEquals("fraction", type("(part / whole when n > 1 | 2 otherwise)"));
    assertEquals("fraction", type("part / whole else 0"));
  }

  @Test
  void aMeanIsAFraction() {
    CheckedPolicy p = CheckedPolicy.of(LINES + "m = mean(lines.part)\ns = sum(lines.part)");
    assertEquals("fraction USD", p.type("m"));
    assertEquals("decimal USD", p.type("s"));
  }

  @Test
  void aRoundingWordGivesADecimal() {
    assertEquals("decimal", type("floor(part / whole)"));
    assertEquals("decimal USD", type("floor(part * (part / whole) to 0.01 USD)"));
    assertEquals("decimal", type("round(part / whole to 6 places, half even)"));
  }

  @Test
  void aRoundingWordNeedsAStepOfTheSameUnit() {
    assertEquals(
        "R3204 Rounding an amount in `USD` needs its step. > Write `floor(… to 6 places)`.",
        said("floor(part)"));
    assertEquals(
        "R3205 The step is a plain number, but what is rounded is an amount in `USD`."
            + " > Give the step in the same unit.",
        said("floor(part to 0.01)"));
    assertEquals(
        "R3207 A step must be above zero. > Write the smallest amount, such as `0.01`.",
        said("floor(n to 0)"));
    assertEquals(
        "R3206 A step must be a decimal, but this is a fraction. > Round it first.",
        said("floor(n to n / 3)"));
    assertEquals(
        "R3208 Places are a whole number from -64 to 512. > Write `to 6 places`.",
        said("floor(n to 1.5 places)"));
  }

  @Test
  void aSquareRootStandsDirectlyUnderARoundingWord() {
    assertEquals("decimal USD", type("floor(sqrt(part * whole) to 0.01 USD)"));
    assertEquals("decimal", type("floor(sqrt(2) to 3 places) else 0"));
    assertEquals(
        "R3209 `sqrt` stands directly under a rounding word. > Write `floor(sqrt(…) to …)`.",
        said("floor(1 + sqrt(2))"));
    assertEquals(
        "R3203 The square root of `USD` has no unit."
            + " > The unit must be a square; or drop it with `as number`.",
        said("floor(sqrt(part) to 1 USD)"));
  }

  @Test
  void transcendentalFunctionsTakePlainNumbersAndGiveDecimals() {
    assertEquals("decimal", type("exp(part / whole)"));
    assertEquals("decimal", type("ln(2) else 0"));
    assertEquals("decimal", type("normal_cdf(n)"));
    assertEquals(
        "R3112 `exp` needs a plain number, but this is an amount in `USD`."
            + " > Divide by a unit, or drop it with `as number`.",
        said("exp(part)"));
  }

  @Test
  void onlyFractionsWithFixedDenominatorsAreSummed() {
    CheckedPolicy p =
        CheckedPolicy.of(
            LINES
                + """
                divisor = sum(lines.n)
                a = sum(lines.n / 3)
                b = sum(l.n / fee for l in lines)
                c = sum(l.n / divisor for l in lines)
                """);
    assertEquals("fixed fraction", p.type("a"));
    assertEquals("fixed fraction", p.type("b"));
    assertEquals("fixed fraction", p.type("c"));
  }

  @Test
  void anyOtherSumOfFractionsIsRefusedWithAnOffer() {
    assertEquals(
        "R3210 This sum would add fractions whose denominators differ from row to row."
            + " > Round each of them first, as in `sum(floor(… to 6 places))`.",
        CheckedPolicy.of(LINES + "x = sum(l.part / l.whole for l in lines)").saidWithHints());
    assertEquals(
        "R3210 This sum would add fractions whose denominators differ from row to row."
            + " > `whole` is the same for all of them: write `sum(l.part for l in lines) / whole`.",
        said("sum(l.part / whole for l in lines)"));
  }

  @Test
  void aDivisorIsFixedThroughNames() {
    CheckedPolicy p =
        CheckedPolicy.of(
            LINES
                + """
                half(a) = a / fee
                for each line {
                    third = 1 / 3
                    share = n * third
                    shared = n / scale with scale = 7 * fee
                }
                a = sum(lines.share)
                b = sum(lines.shared)
                c = sum(half(l.n) for l in lines)
                """);
    assertEquals("fixed fraction", p.type("a"));
    assertEquals("fixed fraction", p.type("b"));
    assertEquals("fixed fraction", p.type("c"));
  }
}
