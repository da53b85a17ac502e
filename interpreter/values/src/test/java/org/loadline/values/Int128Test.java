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
class Int128Test {
  private static final List<BigInteger> OPERANDS = operands();
  private static final List<BigInteger> LONGS =
      OPERANDS.stream().filter(value -> value.bitLength() < 64).toList();

  private static List<BigInteger> operands() {
    List<BigInteger> result = new ArrayList<>();
    for (int power : new int[] {0, 1, 2, 31, 32, 33, 62, 63, 64, 65, 95, 96, 126, 127}) {
      for (int distance = -2; distance <= 2; distance++) {
        BigInteger edge = BigInteger.TWO.pow(power).add(BigInteger.valueOf(distance));
        result.add(edge);
        result.add(edge.negate());
      }
    }
    for (int power : new int[] {1, 6, 18, 27, 36}) {
      result.add(BigInteger.TEN.pow(power));
      result.add(BigInteger.TEN.pow(power).multiply(BigInteger.valueOf(-5)).shiftRight(1));
    }
    Random random = new Random(128);
    for (int i = 0; i < 160; i++) {
      BigInteger magnitude = new BigInteger(1 + random.nextInt(127), random);
      result.add(random.nextBoolean() ? magnitude : magnitude.negate());
    }
    return result.stream().filter(Int128::fits).distinct().toList();
  }

  private static BigInteger wrapped(BigInteger value) {
    BigInteger low = value.mod(BigInteger.TWO.pow(128));
    return low.testBit(127) ? low.subtract(BigInteger.TWO.pow(128)) : low;
  }

  private static void assertWraps(BigInteger exact, Int128 actual, boolean overflows, Object what) {
    assertEquals(wrapped(exact), actual.toBigInteger(), () -> "value of " + what);
    assertEquals(!Int128.fits(exact), overflows, () -> "overflow of " + what);
  }

  @Test
  void convertsBothWays() {
    for (BigInteger value : OPERANDS) {
      Int128 wide = Int128.of(value);
      assertEquals(value, wide.toBigInteger());
      assertEquals(value.toString(), wide.toString());
      assertEquals(value.signum(), wide.signum());
      assertEquals(value.bitLength() < 64, wide.fitsLong());
      assertWraps(value.negate(), wide.negate(), Int128.negateOverflows(wide), value);
    }
    for (BigInteger value : LONGS) {
      assertEquals(Int128.of(value), Int128.ofLong(value.longValueExact()));
      assertEquals(value.longValueExact(), Int128.of(value).longValue());
    }
  }

  @Test
  void addsSubtractsMultipliesAndCompares() {
    for (BigInteger a : OPERANDS) {
      for (BigInteger b : OPERANDS) {
        Int128 x = Int128.of(a);
        Int128 y = Int128.of(b);
        List<BigInteger> pair = List.of(a, b);
        assertWraps(a.add(b), x.plus(y), Int128.plusOverflows(x, y), pair);
        assertWraps(a.subtract(b), x.minus(y), Int128.minusOverflows(x, y), pair);
        assertWraps(a.multiply(b), x.times(y), Int128.timesOverflows(x, y), pair);
        assertEquals(a.compareTo(b), Integer.signum(x.compareTo(y)), pair::toString);
      }
    }
  }

  @Test
  void multipliesByLongs() {
    for (BigInteger b : LONGS) {
      long y = b.longValueExact();
      for (BigInteger a : OPERANDS) {
        Int128 x = Int128.of(a);
        assertWraps(a.multiply(b), x.times(y), Int128.timesOverflows(x, y), List.of(a, b));
      }
      for (BigInteger a : LONGS) {
        assertEquals(a.multiply(b), Int128.ofProduct(a.longValueExact(), y).toBigInteger());
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
      BigInteger divisor = new BigInteger(1 + random.nextInt(100), random).setBit(0).shiftLeft(1);
      int room = 126 - divisor.bitLength();
      BigInteger quotient = new BigInteger(1 + random.nextInt(room), random);
      BigInteger tie = quotient.multiply(divisor).add(divisor.shiftRight(1));
      BigInteger near = tie.add(BigInteger.valueOf(random.nextInt(3) - 1));
      assertDivides(random.nextBoolean() ? near : near.negate(), divisor);
      assertDivides(near, divisor.negate());
    }
  }

  /** Around the greatest quotients and the divisors at both ends of those that are estimated. */
  @Test
  void dividesAroundTheEndsOfTheEstimate() {
    Random random = new Random(48);
    for (int i = 0; i < 40_000; i++) {
      int bits = random.nextBoolean() ? 51 + random.nextInt(5) : 121 + random.nextInt(5);
      BigInteger divisor = new BigInteger(bits, random).setBit(bits - 1).clearBit(0);
      int room = Math.min(126 - bits, random.nextBoolean() ? 50 : 3);
      BigInteger quotient = new BigInteger(Math.max(1, room), random);
      BigInteger nearby =
          quotient
              .multiply(divisor)
              .add(random.nextBoolean() ? divisor.shiftRight(1) : BigInteger.ZERO)
              .add(BigInteger.valueOf(random.nextInt(3) - 1));
      assertDivides(random.nextBoolean() ? nearby : nearby.negate(), divisor);
    }
  }

  /** Digits at their ends make the trial digits of a long division wrong as often as can be. */
  @Test
  void dividesAwkwardDigits() {
    int[] digits = {0, 1, 2, -1, -2, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE + 1};
    Random random = new Random(32);
    for (int i = 0; i < 60_000; i++) {
      Int128 numerator = new Int128(awkward(digits, random), awkward(digits, random));
      int cut = 32 * random.nextInt(4);
      BigInteger divisor =
          new Int128(awkward(digits, random), awkward(digits, random)).toBigInteger();
      if (divisor.shiftRight(cut).signum() != 0) {
        assertDivides(numerator.toBigInteger(), divisor.shiftRight(cut));
      }
    }
  }

  private static long awkward(int[] digits, Random random) {
    long upper = digits[random.nextInt(digits.length)];
    long lower = digits[random.nextInt(digits.length)];
    return upper << 32 | lower & 0xFFFF_FFFFL;
  }

  private static void assertDivides(BigInteger numerator, BigInteger divisor) {
    Int128 x = Int128.of(numerator);
    Int128 y = Int128.of(divisor);
    for (Rounding rounding : Rounding.values()) {
      BigInteger expected = quotient(numerator, divisor, rounding);
      Object what = List.of(numerator, divisor, rounding);
      Int128 actual = Int128.divideRounded(x, y, rounding);
      assertWraps(expected, actual, Int128.divideOverflows(x, y), what);
      if (y.fitsLong()) {
        Int128 byLong = Int128.divideRounded(x, y.longValue(), rounding);
        assertEquals(actual, byLong, what::toString);
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
    assertThrows(
        ArithmeticException.class, () -> Int128.divideRounded(Int128.MAX_VALUE, 0, Rounding.FLOOR));
    assertThrows(
        ArithmeticException.class,
        () -> Int128.divideRounded(Int128.ZERO, Int128.ZERO, Rounding.FLOOR));
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
    // (n − 1)(n + 1) = n² − 1, so only the last of 254 bits tells them apart.
    for (BigInteger n : OPERANDS) {
      BigInteger less = n.subtract(BigInteger.ONE);
      BigInteger more = n.add(BigInteger.ONE);
      if (Int128.fits(less) && Int128.fits(more)) {
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
    if (!List.of(a, b, c, d).stream().allMatch(Int128::fits)) {
      return;
    }
    int expected = a.multiply(b).compareTo(c.multiply(d));
    int actual = Int128.compareProducts(Int128.of(a), Int128.of(b), Int128.of(c), Int128.of(d));
    assertEquals(expected, Integer.signum(actual), () -> a + " * " + b + " ? " + c + " * " + d);
    if (List.of(a, b, c, d).stream().allMatch(value -> value.bitLength() < 64)) {
      int narrow =
          Int128.compareProducts(
              a.longValueExact(), b.longValueExact(), c.longValueExact(), d.longValueExact());
      assertEquals(expected, Integer.signum(narrow));
    }
  }

  @Test
  void knowsItsEnds() {
    assertEquals(BigInteger.TWO.pow(127).negate(), Int128.MIN_VALUE.toBigInteger());
    assertEquals(BigInteger.TWO.pow(127).subtract(BigInteger.ONE), Int128.MAX_VALUE.toBigInteger());
    assertTrue(OPERANDS.contains(Int128.MIN_VALUE.toBigInteger()));
    assertTrue(OPERANDS.contains(Int128.MAX_VALUE.toBigInteger()));
  }
}
