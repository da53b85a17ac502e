package org.loadline.values;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Every operation against BigInteger, on operands around the edges of words and on random ones. */
class Int256Test {
  private static final List<BigInteger> OPERANDS = operands();
  private static final List<BigInteger> WIDES =
      OPERANDS.stream().filter(value -> value.bitLength() < 128).toList();
  private static final List<BigInteger> LONGS =
      OPERANDS.stream().filter(value -> value.bitLength() < 64).toList();

  private static List<BigInteger> operands() {
    List<BigInteger> result = new ArrayList<>();
    int[] powers = {0, 1, 31, 32, 62, 63, 64, 65, 95, 126, 127, 128, 129, 190, 191, 192, 254, 255};
    for (int power : powers) {
      for (int distance = -2; distance <= 2; distance++) {
        BigInteger edge = BigInteger.TWO.pow(power).add(BigInteger.valueOf(distance));
        result.add(edge);
        result.add(edge.negate());
      }
    }
    for (int power : new int[] {1, 9, 18, 19, 27, 36, 38, 45, 63, 76}) {
      for (int distance = -1; distance <= 1; distance++) {
        result.add(BigInteger.TEN.pow(power).add(BigInteger.valueOf(distance)));
      }
      result.add(BigInteger.TEN.pow(power).multiply(BigInteger.valueOf(-5)).shiftRight(1));
    }
    Random random = new Random(256);
    for (int i = 0; i < 160; i++) {
      BigInteger magnitude = new BigInteger(1 + random.nextInt(255), random);
      result.add(random.nextBoolean() ? magnitude : magnitude.negate());
    }
    return result.stream().filter(Int256::fits).distinct().toList();
  }

  private static BigInteger wrapped(BigInteger value) {
    BigInteger low = value.mod(BigInteger.TWO.pow(256));
    return low.testBit(255) ? low.subtract(BigInteger.TWO.pow(256)) : low;
  }

  private static void assertWraps(BigInteger exact, Int256 actual, boolean overflows, Object what) {
    assertEquals(wrapped(exact), actual.toBigInteger(), () -> "value of " + what);
    assertEquals(!Int256.fits(exact), overflows, () -> "overflow of " + what);
  }

  @Test
  void convertsBothWays() {
    for (BigInteger value : OPERANDS) {
      Int256 quad = Int256.of(value);
      assertEquals(value, quad.toBigInteger());
      assertEquals(value.toString(), quad.toString());
      assertEquals(value.signum(), quad.signum());
      assertEquals(value.bitLength(), quad.bitLength());
      assertEquals(value.bitLength() < 64, quad.fitsLong());
      assertEquals(value.bitLength() < 128, quad.fitsInt128());
      assertWraps(value.negate(), quad.negate(), Int256.negateOverflows(quad), value);
      assertEquals(wrapped(value.abs()), quad.abs().toBigInteger());
    }
    for (BigInteger value : LONGS) {
      assertEquals(Int256.of(value), Int256.ofLong(value.longValueExact()));
      assertEquals(value.longValueExact(), Int256.of(value).longValue());
    }
    for (BigInteger value : WIDES) {
      assertEquals(Int256.of(value), Int256.of(Int128.of(value)));
      assertEquals(Int128.of(value), Int256.of(value).int128Value());
    }
  }

  @Test
  void addsSubtractsMultipliesAndCompares() {
    for (BigInteger a : OPERANDS) {
      for (BigInteger b : OPERANDS) {
        Int256 x = Int256.of(a);
        Int256 y = Int256.of(b);
        List<BigInteger> pair = List.of(a, b);
        assertWraps(a.add(b), x.plus(y), Int256.plusOverflows(x, y), pair);
        assertWraps(a.subtract(b), x.minus(y), Int256.minusOverflows(x, y), pair);
        assertWraps(a.multiply(b), x.times(y), Int256.timesOverflows(x, y), pair);
        assertEquals(a.compareTo(b), Integer.signum(x.compareTo(y)), pair::toString);
      }
    }
  }

  @Test
  void multipliesByFewerBits() {
    for (BigInteger b : WIDES) {
      Int128 wide = Int128.of(b);
      for (BigInteger a : OPERANDS) {
        Int256 x = Int256.of(a);
        assertWraps(a.multiply(b), x.times(wide), Int256.timesOverflows(x, wide), List.of(a, b));
        if (wide.fitsLong()) {
          long y = wide.longValue();
          assertWraps(a.multiply(b), x.times(y), Int256.timesOverflows(x, y), List.of(a, b));
        }
      }
      for (BigInteger a : WIDES) {
        assertEquals(a.multiply(b), Int256.ofProduct(Int128.of(a), wide).toBigInteger());
        if (wide.fitsLong()) {
          assertEquals(
              a.multiply(b), Int256.ofProduct(Int128.of(a), wide.longValue()).toBigInteger());
        }
      }
    }
  }

  @Test
  void dividesWithEveryRounding() {
    for (BigInteger numerator : OPERANDS) {
      for (BigInteger divisor : OPERANDS) {
        if (divisor.signum() != 0) {
          assertDivides(numerator, divisor);
        }
      }
    }
  }

  @Test
  void dividesAroundTies() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      BigInteger divisor = new BigInteger(1 + random.nextInt(200), random).setBit(0).shiftLeft(1);
      int room = 254 - divisor.bitLength();
      BigInteger quotient = new BigInteger(1 + random.nextInt(room), random);
      BigInteger tie = quotient.multiply(divisor).add(divisor.shiftRight(1));
      BigInteger near = tie.add(BigInteger.valueOf(random.nextInt(3) - 1));
      assertDivides(random.nextBoolean() ? near : near.negate(), divisor);
      assertDivides(near, divisor.negate());
    }
  }

  /** Words at their ends make the trial words of a division wrong as often as can be. */
  @Test
  void dividesAwkwardWords() {
    Random random = new Random(64);
    for (int i = 0; i < 15_000; i++) {
      BigInteger numerator = awkward(random).toBigInteger();
      BigInteger divisor = awkward(random).toBigInteger().shiftRight(64 * random.nextInt(4));
      if (divisor.signum() != 0) {
        assertDivides(numerator, divisor);
      }
    }
  }

  private static Int256 awkward(Random random) {
    long[] words = {0, 1, 2, -1, -2, Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE + 1, 1L << 32};
    return new Int256(
        words[random.nextInt(words.length)],
        words[random.nextInt(words.length)],
        words[random.nextInt(words.length)],
        random.nextInt(4) == 0 ? random.nextLong() : words[random.nextInt(words.length)]);
  }

  /** A multiple of the divisor, and one less, need the corrections of the reciprocal. */
  @Test
  void dividesMultiplesOfTheDivisor() {
    Random random = new Random(3);
    for (int i = 0; i < 15_000; i++) {
      BigInteger divisor = new BigInteger(2 + random.nextInt(126), random).setBit(0);
      BigInteger quotient = new BigInteger(1 + random.nextInt(254 - divisor.bitLength()), random);
      assertDivides(quotient.multiply(divisor), divisor);
      assertDivides(quotient.multiply(divisor).subtract(BigInteger.ONE), divisor);
    }
  }

  private static void assertDivides(BigInteger numerator, BigInteger divisor) {
    Int256 x = Int256.of(numerator);
    Int256 y = Int256.of(divisor);
    for (Rounding rounding : Rounding.values()) {
      BigInteger expected = quotient(numerator, divisor, rounding);
      Object what = List.of(numerator, divisor, rounding);
      Int256 actual = Int256.divideRounded(x, y, rounding);
      assertWraps(expected, actual, Int256.divideOverflows(x, y), what);
      if (y.fitsInt128()) {
        assertDividesByFewer(x, y.int128Value(), actual, expected, rounding, what);
      }
    }
  }

  private static void assertDividesByFewer(
      Int256 x, Int128 y, Int256 quotient, BigInteger exact, Rounding rounding, Object what) {
    assertEquals(quotient, Int256.divideRounded(x, y, rounding), what::toString);
    if (y.fitsLong()) {
      assertEquals(quotient, Int256.divideRounded(x, y.longValue(), rounding), what::toString);
    }
    for (int words : new int[] {1, 2}) {
      if (exact.abs().bitLength() < 64 * words) {
        assertEquals(quotient, Int256.divideRounded(x, y, words, rounding), what::toString);
      }
    }
    if (y.signum() > 0) {
      Divisor known = Divisor.of(y);
      assertEquals(quotient, known.divideRounded(x, 4, rounding), what::toString);
      if (x.fitsInt128()) {
        assertEquals(
            quotient.int128Value(),
            known.divideRounded(x.int128Value(), 2, rounding),
            what::toString);
      }
    }
  }

  /** Rounds by the floor and the doubled distance from it, unlike the code under test. */
  private static BigInteger quotient(BigInteger numerator, BigInteger divisor, Rounding rounding) {
    BigInteger n = divisor.signum() < 0 ? numerator.negate() : numerator;
    BigInteger d = divisor.abs();
    BigInteger distance = n.mod(d);
    BigInteger floor = n.subtract(distance).divide(d);
    BigInteger ceil = distance.signum() == 0 ? floor : floor.add(BigInteger.ONE);
    int half = distance.shiftLeft(1).compareTo(d);
    return switch (rounding) {
      case FLOOR -> floor;
      case CEIL -> ceil;
      case TRUNCATE -> n.signum() < 0 ? ceil : floor;
      case AWAY -> n.signum() < 0 ? floor : ceil;
      case HALF_EVEN -> half < 0 || (half == 0 && !floor.testBit(0)) ? floor : ceil;
      case HALF_UP -> half < 0 || (half == 0 && n.signum() < 0) ? floor : ceil;
    };
  }

  @Test
  void refusesAZeroDivisor() {
    Int256 most = Int256.MAX_VALUE;
    assertThrows(ArithmeticException.class, () -> Int256.divideRounded(most, 0, Rounding.FLOOR));
    assertThrows(
        ArithmeticException.class,
        () -> Int256.divideRounded(Int256.ZERO, Int256.ZERO, Rounding.FLOOR));
  }

  @Test
  void comparesProducts() {
    Random random = new Random(11);
    for (int i = 0; i < 200_000; i++) {
      BigInteger a = pick(random);
      BigInteger b = pick(random);
      BigInteger c = random.nextBoolean() ? b : pick(random);
      BigInteger d = random.nextBoolean() ? a : pick(random);
      assertComparesProducts(a, b, c, d);
    }
  }

  @Test
  void comparesProductsThatDifferByOne() {
    // (n − 1)(n + 1) = n² − 1, so only the last of 510 bits tells them apart.
    for (BigInteger n : OPERANDS) {
      BigInteger less = n.subtract(BigInteger.ONE);
      BigInteger more = n.add(BigInteger.ONE);
      if (Int256.fits(less) && Int256.fits(more)) {
        assertComparesProducts(less, more, n, n);
        assertComparesProducts(n, n, less, more);
        assertComparesProducts(n.negate(), n, less, more);
      }
    }
  }

  private static BigInteger pick(Random random) {
    return OPERANDS.get(random.nextInt(OPERANDS.size()));
  }

  private static void assertComparesProducts(
      BigInteger a, BigInteger b, BigInteger c, BigInteger d) {
    int expected = a.multiply(b).compareTo(c.multiply(d));
    int actual = Int256.compareProducts(Int256.of(a), Int256.of(b), Int256.of(c), Int256.of(d));
    assertEquals(expected, Integer.signum(actual), () -> a + " * " + b + " ? " + c + " * " + d);
  }

  @Test
  void knowsItsEnds() {
    assertEquals(BigInteger.TWO.pow(255).negate(), Int256.MIN_VALUE.toBigInteger());
    assertEquals(BigInteger.TWO.pow(255).subtract(BigInteger.ONE), Int256.MAX_VALUE.toBigInteger());
    assertTrue(OPERANDS.contains(Int256.MIN_VALUE.toBigInteger()));
    assertTrue(OPERANDS.contains(Int256.MAX_VALUE.toBigInteger()));
  }
}
