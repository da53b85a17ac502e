package org.loadline.values;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Quotients against BigInteger: around ties, at the ends of words, and random ones. */
class WordDivisorTest {
  private static final int NUMBERS = 400;

  private static List<BigInteger> divisors() {
    List<BigInteger> divisors = new ArrayList<>();
    for (int places = 0; places <= 27; places++) {
      divisors.add(BigInteger.TEN.pow(places));
    }
    for (int twos : new int[] {0, 1, 31, 63}) {
      for (long odd : new long[] {1, 3, 5, Long.MAX_VALUE, -1, 0x8000_0000_0000_0001L}) {
        divisors.add(new BigInteger(Long.toUnsignedString(odd)).shiftLeft(twos));
      }
    }
    return divisors;
  }

  @Test
  void dividesAsBigIntegers() {
    Random random = new Random(27);
    for (BigInteger divisor : divisors()) {
      WordDivisor by = WordDivisor.of(divisor).orElseThrow();
      for (int i = 0; i < NUMBERS; i++) {
        BigInteger number = number(divisor, random);
        for (Rounding rounding : Rounding.values()) {
          BigInteger expected = rounding.divide(number, divisor);
          Object what = List.of(number, divisor, rounding);
          int words = words(expected.abs());
          assertEquals(
              expected,
              by.divideRounded(Int256.of(number), words, rounding).toBigInteger(),
              what::toString);
          assertEquals(
              rounding.divide(number.abs(), divisor),
              by.dividePositive(Int256.of(number.abs()), words + words % 2, rounding)
                  .toBigInteger(),
              what::toString);
          if (Int128.fits(number) && Int128.fits(expected)) {
            assertEquals(
                expected,
                by.divideRounded(Int128.of(number), words, rounding).toBigInteger(),
                what::toString);
          }
        }
      }
    }
  }

  @Test
  void dividesByStepsToo() {
    Random random = new Random(18);
    for (BigInteger divisor : divisors()) {
      if (divisor.testBit(0)) {
        continue;
      }
      WordDivisor by = WordDivisor.of(divisor).orElseThrow();
      for (int i = 0; i < NUMBERS; i++) {
        long step = i % 4 == 0 ? 1 : random.nextLong() >>> 1 + random.nextInt(62) | 1 << i % 2;
        BigInteger whole = divisor.multiply(BigInteger.valueOf(step));
        BigInteger number = number(whole, random);
        for (Rounding rounding : Rounding.values()) {
          int words = words(number.abs().divide(divisor).add(BigInteger.valueOf(step)));
          assertEquals(
              rounding.divide(number, whole),
              by.divideRounded(Int256.of(number), step, words, rounding).toBigInteger(),
              () -> number + " / " + whole + " " + rounding);
          assertEquals(
              rounding.divide(number.abs(), whole),
              by.dividePositive(Int256.of(number.abs()), step, words, rounding).toBigInteger(),
              () -> number.abs() + " / " + whole + " " + rounding);
        }
      }
    }
  }

  /** A number near a multiple of a divisor or between two, or any. */
  private static BigInteger number(BigInteger divisor, Random random) {
    int room = Math.max(1, 253 - divisor.bitLength());
    BigInteger quotient = new BigInteger(1 + random.nextInt(room), random);
    BigInteger near =
        quotient
            .multiply(divisor)
            .add(random.nextBoolean() ? divisor.shiftRight(1) : BigInteger.ZERO)
            .add(BigInteger.valueOf(random.nextInt(3) - 1));
    BigInteger any = new BigInteger(1 + random.nextInt(254), random);
    BigInteger number = random.nextInt(4) == 0 ? any : near;
    return random.nextBoolean() ? number : number.negate();
  }

  private static int words(BigInteger most) {
    int bits = most.bitLength() + 1;
    return bits <= 64 ? 1 : bits <= 128 ? 2 : 4;
  }

  @Test
  void hasNoOtherDivisors() {
    assertTrue(WordDivisor.of(BigInteger.ZERO).isEmpty());
    assertTrue(WordDivisor.of(BigInteger.TEN.negate()).isEmpty());
    assertTrue(WordDivisor.of(BigInteger.TEN.pow(28)).isEmpty());
    assertTrue(WordDivisor.of(BigInteger.ONE.shiftLeft(64)).isEmpty());
  }
}
