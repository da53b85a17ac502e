package org.loadline.engine.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordSumsTest {
  private static final int ROUNDS = 2_000;
  private static final int NUMBERS = 100;
  private static final int STEP = 3;
  private static final int PLACE = 2;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void addsWhatBigIntegersAdd(int width) {
    Random random = new Random(width);
    for (int round = 0; round < ROUNDS; round++) {
      int[] rows = random.ints(0, NUMBERS).limit(random.nextInt(NUMBERS)).sorted().toArray();
      BigInteger[] now = numbers(random, NUMBERS, width);
      BigInteger[] then = numbers(random, rows.length, width);
      BigInteger expected = BigInteger.ZERO;
      for (int at = 0; at < rows.length; at++) {
        expected = expected.add(now[rows[at]]).subtract(then[at]);
      }
      assertEquals(
          expected,
          WordSums.above(words(now, width, STEP, PLACE), STEP, PLACE, rows, words(then, width)));
    }
  }

  private static long[][] words(BigInteger[] numbers, int width) {
    return words(numbers, width, 1, 0);
  }

  private static long[][] words(BigInteger[] numbers, int width, int step, int place) {
    long[][] words = new long[width][numbers.length * step];
    for (int word = 0; word < width; word++) {
      for (int i = 0; i < numbers.length; i++) {
        words[word][i * step + place] = numbers[i].shiftRight(Long.SIZE * word).longValue();
      }
    }
    return words;
  }

  private static BigInteger[] numbers(Random random, int count, int width) {
    BigInteger[] numbers = new BigInteger[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = number(random, width);
    }
    return numbers;
  }

  /** Mostly at the ends of what words hold. */
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
