package org.loadline.engine.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WideSumTest {
  private static final int NUMBERS = 200;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void addsWhatBigIntegersAdd(int width) {
    Random random = new Random(width);
    for (int round = 0; round < 200; round++) {
      WideSum sum = new WideSum();
      BigInteger expected = BigInteger.ZERO;
      for (int i = 0; i < NUMBERS; i++) {
        BigInteger number = number(random, width);
        long[][] words = new long[width][3];
        for (int word = 0; word < width; word++) {
          words[word][i % 3] = number.shiftRight(Long.SIZE * word).longValue();
        }
        sum.add(words, i % 3);
        expected = expected.add(number);
        assertEquals(expected, sum.value());
      }
    }
  }

  /** Mostly at the ends of what words hold, where carries run through all of them. */
  private static BigInteger number(Random random, int width) {
    int bits = Long.SIZE * width - 1;
    return switch (random.nextInt(5)) {
      case 0 -> BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
      case 1 -> BigInteger.ONE.shiftLeft(bits).negate();
      case 2 -> BigInteger.ONE.negate();
      case 3 ->
          BigInteger.ONE.shiftLeft(Long.SIZE * random.nextInt(width)).subtract(BigInteger.ONE);
      default -> new BigInteger(bits, random).subtract(BigInteger.ONE.shiftLeft(bits - 1));
    };
  }
}
