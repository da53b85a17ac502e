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

  private static long tried(Polynomial polynomial, long from) {
    for (long place = from + 1; place < END; place++) {
      if (polynomial.sign(place) != polynomial.sign(from)) {
        return place;
      }
    }
    return END;
  }
}
