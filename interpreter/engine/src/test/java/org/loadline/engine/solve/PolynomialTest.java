package org.loadline.engine.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The next place at which a polynomial has another sign is what trying each place finds. */
class PolynomialTest {
  private static final long END = 60;

  @Test
  void nextSignIsTheFirstOfAllPlaces() {
    SplittableRandom random = new SplittableRandom(11);
    for (int round = 0; round < 20_000; round++) {
      Polynomial polynomial = Polynomial.of(BigInteger.valueOf(random.nextInt(-3, 4)));
      for (int degree = random.nextInt(5); degree > 0; degree--) {
        polynomial =
            polynomial.times(
                Polynomial.line(
                    BigInteger.valueOf(random.nextInt(-90, 90)),
                    BigInteger.valueOf(random.nextInt(-4, 5))));
        polynomial = polynomial.plus(Polynomial.of(BigInteger.valueOf(random.nextInt(-40, 40))));
      }
      long from = random.nextLong(END);
      assertEquals(tried(polynomial, from), polynomial.nextSign(from, END), "from " + from);
    }
  }

  @Test
  void linesOfAllWidthsAgree() {
    SplittableRandom random = new SplittableRandom(12);
    Polynomial wide = Polynomial.of(BigInteger.ONE.shiftLeft(70));
    for (int round = 0; round < 20_000; round++) {
      int shift = random.nextInt(63);
      Polynomial line = line(random, shift);
      Polynomial other = line(random, random.nextInt(63));
      long from = random.nextLong(1L << 40);
      long end = from + random.nextLong(1L << 62);
      assertEquals(line.times(wide).nextSign(from, end), line.nextSign(from, end));
      assertEquals(line.times(wide).sign(from), line.sign(from));
      assertEquals(line.at(from).add(other.at(from)), line.plus(other).at(from));
      assertEquals(line.at(from).subtract(other.at(from)), line.minus(other).at(from));
      assertEquals(line.at(from).multiply(other.at(from)), line.times(other).at(from));
      assertEquals(line.at(from).negate(), line.negate().at(from));
    }
  }

  private static Polynomial line(SplittableRandom random, int shift) {
    long start = random.nextLong() >> shift;
    long each = random.nextInt(3) == 0 ? 0 : random.nextLong() >> random.nextInt(63);
    boolean least = random.nextInt(50) == 0;
    return Polynomial.line(
        BigInteger.valueOf(least ? Long.MIN_VALUE : start), BigInteger.valueOf(each));
  }

  private static long tried(Polynomial polynomial, long from) {
    for (long place = from + 1; place < END; place++) {
      if (polynomial.sign(place) != polynomial.sign(from)) {
        return place;
      }
    }
    return END;
  }
}
