package org.loadline.values;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RoundingTest {
  private static final Exact HALF = Exact.ofFraction(1, 2);

  private static Exact number(String text) {
    return NumberText.parse(text).value().orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    // value, step, floor, ceil, truncate, away, half even, half up
    "2.5,   1,    2,    3,    2,    3,    2,    3",
    "3.5,   1,    3,    4,    3,    4,    4,    4",
    "-2.5,  1,   -3,   -2,   -2,   -3,   -2,   -3",
    "-3.5,  1,   -4,   -3,   -3,   -4,   -4,   -4",
    "0.5,   1,    0,    1,    0,    1,    0,    1",
    "-0.5,  1,   -1,    0,    0,   -1,    0,   -1",
    "2.51,  1,    2,    3,    2,    3,    3,    3",
    "2.49,  1,    2,    3,    2,    3,    2,    2",
    "-7,    1,   -7,   -7,   -7,   -7,   -7,   -7",
    "0,     0.1,  0,    0,    0,    0,    0,    0",
    "1.25,  0.1,  1.2,  1.3,  1.2,  1.3,  1.2,  1.3",
    "10,    3,    9,    12,   9,    12,   9,    9",
    "-10.5, 3,   -12,  -9,   -9,   -12,  -12,  -12",
    "7.5,   3,    6,    9,    6,    9,    6,    9",
    "0.375, 0.25, 0.25, 0.5,  0.25, 0.5,  0.5,  0.5",
  })
  void roundsToAStep(
      String value,
      String step,
      String floor,
      String ceil,
      String truncate,
      String away,
      String halfEven,
      String halfUp) {
    String[] expected = {floor, ceil, truncate, away, halfEven, halfUp};
    for (Rounding rounding : Rounding.values()) {
      Exact actual = rounding.round(number(value), number(step));
      assertEquals(number(expected[rounding.ordinal()]), actual, rounding::toString);
    }
  }

  /** The defining property of each way, checked on random fractions and steps. */
  @ParameterizedTest
  @EnumSource
  void picksTheRightMultiple(Rounding rounding) {
    Random random = new Random(rounding.ordinal());
    for (int i = 0; i < 3_000; i++) {
      Exact step = Exact.ofFraction(1 + random.nextInt(40), 1 + random.nextInt(12));
      Exact value = Exact.ofFraction(random.nextInt(4_000) - 2_000, 1 + random.nextInt(24));
      Exact rounded = rounding.round(value, step);
      Exact steps = rounded.dividedBy(step);
      Exact off = rounded.minus(value);
      assertTrue(steps.isWhole());
      assertTrue(off.abs().compareTo(step) < 0);
      assertTrue(isAllowed(rounding, value, step, steps, off), value + " to " + step);
    }
  }

  private static boolean isAllowed(
      Rounding rounding, Exact value, Exact step, Exact steps, Exact off) {
    int nearest = off.abs().compareTo(step.times(HALF));
    return switch (rounding) {
      case FLOOR -> off.signum() <= 0;
      case CEIL -> off.signum() >= 0;
      case TRUNCATE -> off.signum() * value.signum() <= 0;
      case AWAY -> off.signum() * value.signum() >= 0;
      case HALF_EVEN -> nearest < 0 || (nearest == 0 && !steps.numerator().testBit(0));
      case HALF_UP -> nearest < 0 || (nearest == 0 && off.signum() == value.signum());
    };
  }

  @Test
  void roundsToPlaces() {
    Exact third = Exact.ofFraction(2, 3);
    assertEquals(number("0.67"), Rounding.HALF_EVEN.roundToPlaces(third, 2));
    assertEquals(Exact.ONE, Rounding.HALF_EVEN.roundToPlaces(third, 0));
    assertEquals(number("1200"), Rounding.HALF_EVEN.roundToPlaces(number("1250"), -2));
    assertEquals(number("1300"), Rounding.HALF_UP.roundToPlaces(number("1250"), -2));
    for (Rounding rounding : Rounding.values()) {
      for (int places = -2; places <= 4; places++) {
        Exact value = Exact.ofFraction(-98_765, 13);
        Exact step = Exact.of(10).power(-places);
        assertEquals(rounding.round(value, step), rounding.roundToPlaces(value, places));
      }
    }
  }

  @Test
  void refusesAStepThatIsNotAboveZero() {
    for (Exact step : new Exact[] {Exact.ZERO, Exact.of(-1)}) {
      assertThrows(IllegalArgumentException.class, () -> Rounding.CEIL.round(Exact.ONE, step));
      assertThrows(
          IllegalArgumentException.class, () -> Rounding.sqrt(Exact.ONE, step, Rounding.CEIL));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2,       0.01, 1.41, 1.42, 1.41, 1.42, 1.41, 1.41",
    "0,       0.01, 0,    0,    0,    0,    0,    0",
    "6.25,    1,    2,    3,    2,    3,    2,    3",
    "12.25,   1,    3,    4,    3,    4,    4,    4",
    "6.250001,1,    2,    3,    2,    3,    3,    3",
    "6.249999,1,    2,    3,    2,    3,    2,    2",
    "1e-40,   1,    0,    1,    0,    1,    0,    0",
    "81,      3,    9,    9,    9,    9,    9,    9",
    "20.25,   3,    3,    6,    3,    6,    6,    6",
  })
  void roundsARootOnce(
      String radicand,
      String step,
      String floor,
      String ceil,
      String truncate,
      String away,
      String halfEven,
      String halfUp) {
    String[] expected = {floor, ceil, truncate, away, halfEven, halfUp};
    for (Rounding rounding : Rounding.values()) {
      Exact actual = Rounding.sqrt(number(radicand), number(step), rounding);
      assertEquals(number(expected[rounding.ordinal()]), actual, rounding::toString);
    }
  }

  /** The floor is the greatest multiple whose square fits; the ceiling the least that covers. */
  @Test
  void bracketsTheRoot() {
    Random random = new Random(5);
    for (int i = 0; i < 3_000; i++) {
      Exact radicand =
          Exact.ofFraction(
              new BigInteger(random.nextInt(150), random),
              new BigInteger(random.nextInt(80), random).add(BigInteger.ONE));
      Exact step = Exact.ofFraction(1 + random.nextInt(9), 1 + random.nextInt(1_000_000));
      Exact floor = Rounding.sqrt(radicand, step, Rounding.FLOOR);
      Exact ceil = Rounding.sqrt(radicand, step, Rounding.CEIL);
      Exact next = floor.plus(step);
      assertTrue(floor.times(floor).compareTo(radicand) <= 0);
      assertTrue(next.times(next).compareTo(radicand) > 0);
      assertEquals(floor.times(floor).equals(radicand) ? floor : next, ceil);
      Exact middle = floor.plus(step.times(HALF));
      Exact nearest = middle.times(middle).compareTo(radicand) < 0 ? next : floor;
      if (!middle.times(middle).equals(radicand)) {
        assertEquals(nearest, Rounding.sqrt(radicand, step, Rounding.HALF_EVEN));
        assertEquals(nearest, Rounding.sqrt(radicand, step, Rounding.HALF_UP));
      }
    }
  }

  @Test
  void refusesTheRootOfANegative() {
    assertThrows(
        ArithmeticException.class, () -> Rounding.sqrt(Exact.of(-1), Exact.ONE, Rounding.FLOOR));
  }
}
