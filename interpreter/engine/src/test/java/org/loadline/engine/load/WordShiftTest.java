package org.loadline.engine.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.loadline.engine.plan.Interval;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Width;

class WordShiftTest {
  private static final int ROUNDS = 50_000;

  @ParameterizedTest
  @EnumSource(names = "EXACT", mode = EnumSource.Mode.EXCLUDE)
  void movesWhatBigIntegersMove(Width width) {
    int words = width.words();
    Random random = new Random(words);
    BigInteger end = BigInteger.ONE.shiftLeft(Long.SIZE * words - 1);
    Interval whole = new Interval(end.negate(), end.subtract(BigInteger.ONE));
    int moved = 0;
    int twos = 0;
    for (int round = 0; round < ROUNDS; round++) {
      BigInteger one = number(random, words);
      BigInteger other = number(random, words);
      Interval range = random.nextBoolean() ? whole : new Interval(one.min(other), one.max(other));
      BigInteger then = number(random, words);
      BigInteger less = random.nextInt(4) == 0 ? then : number(random, words);
      BigInteger more = random.nextInt(4) == 0 ? less : number(random, words);
      BigInteger expected = then.subtract(less).add(more);
      long[][] into = words(then, words);
      WordShift shift = new WordShift(NumberForm.decimal(width, 0, range));
      boolean put = shift.move(into, 1, words(less, words), words(more, words), 1);
      assertEquals(range.contains(expected), put);
      assertEquals(put ? expected : then, number(into));
      moved += put ? 1 : 0;
      if (shift.isTwo() && isHeld(range, then, less, more)) {
        long[][] two = words(then, words);
        boolean same = shift.moveTwo(two[0], two[1], 1, words(less, words), words(more, words), 1);
        assertEquals(put, same);
        assertEquals(number(into), number(two));
        twos++;
      }
    }
    assertEquals(ROUNDS / 2, moved, ROUNDS / 3.0);
    assertEquals(width == Width.WIDE, twos > 100, () -> "of two words");
  }

  private static boolean isHeld(Interval range, BigInteger... numbers) {
    return Stream.of(numbers).allMatch(range::contains);
  }

  private static long[][] words(BigInteger number, int words) {
    long[][] all = new long[words][2];
    for (int word = 0; word < words; word++) {
      all[word][1] = number.shiftRight(Long.SIZE * word).longValue();
    }
    return all;
  }

  private static BigInteger number(long[][] words) {
    BigInteger number = BigInteger.valueOf(words[words.length - 1][1]);
    for (int word = words.length - 2; word >= 0; word--) {
      for (int half = 1; half >= 0; half--) {
        long bits = (words[word][1] >>> (32 * half)) & 0xffffffffL;
        number = number.shiftLeft(32).add(BigInteger.valueOf(bits));
      }
    }
    return number;
  }

  /** Often at the ends of what words hold, where carries run through all of them. */
  private static BigInteger number(Random random, int words) {
    int bits = Long.SIZE * words - 1;
    return switch (random.nextInt(6)) {
      case 0 -> BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
      case 1 -> BigInteger.ONE.shiftLeft(bits).negate();
      case 2 -> BigInteger.valueOf(random.nextInt(3) - 1);
      case 3 ->
          BigInteger.ONE.shiftLeft(Long.SIZE * random.nextInt(words)).subtract(BigInteger.ONE);
      default -> new BigInteger(bits, random).subtract(BigInteger.ONE.shiftLeft(bits - 1));
    };
  }
}
