package org.loadline.values;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExactTest {
  private static final List<Exact> NUMBERS = numbers();

  private static List<Exact> numbers() {
    Random random = new Random(3);
    Stream<Exact> edges =
        Stream.of(
            Exact.ZERO,
            Exact.ONE,
            Exact.of(-1),
            Exact.ofFraction(1, 2),
            Exact.ofFraction(-1, 3),
            Exact.of(Long.MIN_VALUE),
            Exact.of(Long.MAX_VALUE),
            Exact.ofUnscaled(BigInteger.ONE, 18),
            Exact.ofUnscaled(BigInteger.ONE, -27));
    Stream<Exact> drawn =
        Stream.generate(
                () ->
                    Exact.ofFraction(
                        new BigInteger(1 + random.nextInt(90), random)
                            .subtract(BigInteger.TWO.pow(20)),
                        new BigInteger(1 + random.nextInt(70), random).add(BigInteger.ONE)))
            .limit(60);
    return Stream.concat(edges, drawn).toList();
  }

  private static void assertReduced(Exact number) {
    assertTrue(number.denominator().signum() > 0);
    assertEquals(BigInteger.ONE, number.numerator().gcd(number.denominator()));
  }

  /** A fraction by the school rules alone: the two pairs are one number if they cross to one. */
  private static void assertIs(BigInteger numerator, BigInteger denominator, Exact actual) {
    assertReduced(actual);
    assertEquals(
        numerator.multiply(actual.denominator()), actual.numerator().multiply(denominator));
  }

  @Test
  void followsTheSchoolRules() {
    for (Exact a : NUMBERS) {
      for (Exact b : NUMBERS) {
        BigInteger left = a.numerator().multiply(b.denominator());
        BigInteger right = b.numerator().multiply(a.denominator());
        BigInteger common = a.denominator().multiply(b.denominator());
        assertIs(left.add(right), common, a.plus(b));
        assertIs(left.subtract(right), common, a.minus(b));
        assertIs(a.numerator().multiply(b.numerator()), common, a.times(b));
        if (b.signum() != 0) {
          assertIs(left, right, a.dividedBy(b));
          assertIs(left.subtract(right.multiply(left.divide(right))), common, a.remainder(b));
        }
        assertEquals(left.compareTo(right), a.compareTo(b));
        assertEquals(a.equals(b), a.compareTo(b) == 0);
        assertEquals(left.compareTo(right) <= 0 ? a : b, a.min(b));
        assertEquals(left.compareTo(right) <= 0 ? b : a, a.max(b));
      }
      assertEquals(Exact.ZERO, a.plus(a.negate()));
      assertEquals(a.signum() < 0 ? a.negate() : a, a.abs());
    }
  }

  @Test
  void equalValuesAreEqual() {
    Exact half = Exact.ofFraction(1, 2);
    for (Exact same :
        List.of(
            Exact.of(new BigDecimal("0.500")),
            Exact.ofFraction(-7, -14),
            Exact.ofUnscaled(BigInteger.valueOf(50), 2))) {
      assertEquals(half, same);
      assertEquals(half.hashCode(), same.hashCode());
      assertEquals(0, half.compareTo(same));
    }
    assertEquals(Exact.of(1_000), Exact.of(new BigDecimal("1e3")));
    assertEquals(Exact.ZERO, Exact.of(new BigDecimal("0E+9")));
  }

  @Test
  void takesWholePowers() {
    Exact number = Exact.ofFraction(-2, 3);
    assertEquals(Exact.ONE, number.power(0));
    assertEquals(Exact.ofFraction(-8, 27), number.power(3));
    assertEquals(Exact.ofFraction(9, 4), number.power(-2));
    assertEquals(Exact.ofFraction(-27, 8), number.power(-3));
    assertEquals(Exact.ZERO, Exact.ZERO.power(2));
    assertEquals(Exact.ONE, Exact.ZERO.power(0));
    assertThrows(ArithmeticException.class, () -> Exact.ZERO.power(-1));
  }

  @Test
  void aRemainderHasTheSignOfTheDividend() {
    assertEquals(Exact.ofFraction(1, 2), Exact.ofFraction(7, 2).remainder(Exact.of(-3)));
    assertEquals(Exact.ofFraction(-1, 2), Exact.ofFraction(-7, 2).remainder(Exact.of(3)));
  }

  @Test
  void refusesAZeroDivisor() {
    assertThrows(ArithmeticException.class, () -> Exact.ONE.dividedBy(Exact.ZERO));
    assertThrows(ArithmeticException.class, () -> Exact.ONE.remainder(Exact.ZERO));
    assertThrows(ArithmeticException.class, () -> Exact.ofFraction(1, 0));
  }

  @Test
  void isADecimalIfItsDigitsEnd() {
    assertEquals(OptionalInt.of(0), Exact.of(100).decimalPlaces());
    assertEquals(OptionalInt.of(3), Exact.ofFraction(1, 8).decimalPlaces());
    assertEquals(OptionalInt.of(3), Exact.ofFraction(3, 250).decimalPlaces());
    assertEquals(OptionalInt.empty(), Exact.ofFraction(1, 12).decimalPlaces());
    assertEquals(Optional.of(new BigDecimal("-0.012")), Exact.ofFraction(-3, 250).toDecimal());
    assertEquals(Optional.empty(), Exact.ofFraction(1, 3).toDecimal());
    for (Exact number : NUMBERS) {
      number.toDecimal().ifPresent(decimal -> assertEquals(number, Exact.of(decimal)));
    }
  }

  @Test
  void givesWholeNumbersAsPrimitives() {
    assertTrue(Exact.of(7).isWhole());
    assertFalse(Exact.ofFraction(7, 2).isWhole());
    assertEquals(-7, Exact.of(-7).intValueExact());
    assertEquals(Long.MIN_VALUE, Exact.of(Long.MIN_VALUE).longValueExact());
    assertThrows(ArithmeticException.class, () -> Exact.of(Long.MAX_VALUE).intValueExact());
    assertThrows(ArithmeticException.class, () -> Exact.ofFraction(1, 2).intValueExact());
  }

  @Test
  void knowsItsLimit() {
    Exact greatest = Exact.of(BigInteger.TEN.pow(Exact.MAX_PLACES));
    assertFalse(greatest.exceedsLimit());
    assertFalse(Exact.ONE.dividedBy(greatest).exceedsLimit());
    assertTrue(greatest.plus(Exact.ONE).exceedsLimit());
    assertTrue(greatest.plus(Exact.ONE).negate().exceedsLimit());
    assertTrue(Exact.ONE.dividedBy(greatest.plus(Exact.ONE)).exceedsLimit());
    // A denominator of 155 digits, but a decimal of 513 places.
    assertTrue(Exact.of(2).power(-513).exceedsLimit());
    assertFalse(Exact.of(2).power(-512).exceedsLimit());
    assertFalse(Exact.of(3).power(-600).exceedsLimit());
    // A numerator of 512 digits, but 513 without the point.
    Exact tenth = Exact.ofFraction(1, 10);
    assertFalse(greatest.minus(Exact.ONE).times(tenth).exceedsLimit());
    assertTrue(greatest.times(Exact.of(2)).minus(Exact.of(5)).times(tenth).exceedsLimit());
  }
}
