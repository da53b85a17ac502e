package org.loadline.benchmarks.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.loadline.benchmarks.policy.Engines;
import org.loadline.benchmarks.race.Course;
import org.loadline.benchmarks.race.Verdict;

/** Who searches agrees with a program that tries each point. */
class SolveTest {
  @Test
  void allAgreeOnASmallBook() throws IOException {
    try (Engines engines = new Engines()) {
      Course<int[]> course = new SolveRace(Path.of(".."), 300, engines).course();
      for (var contender : course.contenders()) {
        int[] answers = contender.run().get();
        assertEquals(Verdict.RIGHT, course.judge().apply(answers, answers), contender.name());
      }
    }
  }

  @Test
  void someAccountsAreLiquidatedAndSomeAreNot() {
    HedgedBook book = HedgedBook.generate(300);
    long nowhere = IntStream.range(0, 300).filter(a -> book.liquidatedFrom(a) < 0).count();
    long atOnce = IntStream.range(0, 300).filter(a -> book.liquidatedFrom(a) == 0).count();
    assertTrue(nowhere > 30 && nowhere < 200, nowhere + " nowhere");
    assertTrue(atOnce < 60, atOnce + " at once");
  }
}
