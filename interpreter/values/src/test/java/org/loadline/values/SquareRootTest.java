package org.loadline.values;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Square roots of quotients against those of exact fractions. */
class SquareRootTest {
  private static void assertRoot(BigInteger number, BigInteger divisor) {
    Exact quotient = Exact.ofFraction(number, divisor);
    for (Rounding rounding : Rounding.values()) {
      BigInteger expected = Rounding.sqrt(quotient, Exact.ONE, rounding).numerator();
      Int128 actual = SquareRoot.rounded(Int256.of(number), Int256.of(divisor), rounding);
      BigInteger unsigned = actual.toBigInteger().mod(BigInteger.TWO.pow(128));
      assertEquals(expected, unsigned, () -> List.of(number, divisor, rounding).toString());
    }
  }

  @Test
  void aroundSquares() {
    Random random = new Random(1);
    for (int i = 0; i < 3_000; i++) {
      BigInteger root = new BigInteger(1 + random.nextInt(127), random);
      BigInteger square = root.multiply(root);
      for (int distance = -1; distance <= 1; distance++) {
        BigInteger near = square.add(BigInteger.valueOf(distance)).max(BigInteger.ZERO);
        assertRoot(near, BigInteger.ONE);
      }
    }
  }

  /** (2n + 1)² / 4 lies half way between n and n + 1. */
  @Test
  void aroundTies() {
    Random random = new Random(2);
    for (int i = 0; i < 3_000; i++) {
      BigInteger odd = new BigInteger(1 + random.nextInt(120), random).setBit(0);
      BigInteger factor = new BigInteger(1 + random.nextInt(8), random).setBit(0);
      BigInteger divisor = factor.multiply(factor).shiftLeft(2);
      BigInteger tie = odd.multiply(odd).multiply(factor).multiply(factor);
      for (int distance = -1; distance <= 1; distance++) {
        BigInteger near = tie.add(BigInteger.valueOf(distance)).max(BigInteger.ZERO);
        if (Int256.fits(near)) {
          assertRoot(near, divisor);
        }
      }
    }
  }

  @Test
  void ofAnySize() {
    Random random = new Random(3);
    for (int i = 0; i < 3_000; i++) {
      BigInteger number = new BigInteger(random.nextInt(256), random);
      assertRoot(number, new BigInteger(1 + random.nextInt(254), random).add(BigInteger.ONE));
    }
    assertRoot(Int256.MAX_VALUE.toBigInteger(), BigInteger.ONE);
    assertRoot(Int256.MAX_VALUE.toBigInteger(), Int256.MAX_VALUE.toBigInteger());
    assertRoot(BigInteger.ZERO, BigInteger.TEN);
  }
}
