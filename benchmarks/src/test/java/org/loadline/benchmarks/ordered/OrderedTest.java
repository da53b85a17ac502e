package org.loadline.benchmarks.ordered;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.loadline.benchmarks.policy.Engines;
import org.loadline.benchmarks.race.Contender;
import org.loadline.benchmarks.race.Course;

/** Who is timed on ordered work agrees, to the digit, with the plainest program. */
class OrderedTest {
  @Test
  void allAgreeOnAFewAccounts() throws IOException {
    try (Engines engines = new Engines()) {
      Course<Answers> course = new OrderedRace(Path.of(".."), 300, engines).everyone(true);
      Answers first = course.contenders().getFirst().run().get();
      List<String> right =
          course.contenders().stream()
              .filter(contender -> course.judge().apply(contender.run().get(), first).right())
              .map(Contender::name)
              .toList();
      assertEquals(course.contenders().stream().map(Contender::name).toList(), right);
      assertEquals(5, right.size());
    }
  }

  @Test
  void theHandWrittenOneHoldsOnManySeeds() {
    for (int seed = 0; seed < 20; seed++) {
      Losses losses = Losses.generate(500, seed);
      Answers expected = new BigOrdered(losses).run().get();
      assertTrue(new LongOrdered(losses).run().get().verdict(expected).right());
    }
  }

  @Test
  void someLossesAreCoveredAndSomeAreNot() {
    Losses losses = Losses.generate(1_000, 10);
    Answers answers = new BigOrdered(losses).run().get();
    int all = 0;
    for (int served : answers.served()) {
      all += served == Losses.PER_ACCOUNT ? 1 : 0;
    }
    assertTrue(all > 100 && all < 900, all + " of 1,000");
  }

  @Test
  void anotherDigitDoesNotAgree() {
    Losses losses = Losses.generate(10, 10);
    Answers expected = new BigOrdered(losses).run().get();
    Answers other = new LongOrdered(losses).run().get();
    other.smoothed()[1]++;
    assertFalse(other.verdict(expected).right());
  }
}
