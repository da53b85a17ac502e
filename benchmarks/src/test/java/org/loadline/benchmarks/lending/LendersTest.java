package org.loadline.benchmarks.lending;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.loadline.benchmarks.policy.Engines;
import org.loadline.benchmarks.race.Contender;
import org.loadline.benchmarks.race.Course;

/** Who is timed on the lending pool agrees, to the digit, with the plainest program. */
class LendersTest {
  @Test
  void allAgreeOnASmallPool() throws IOException {
    try (Engines engines = new Engines()) {
      Course<Health> course = new LendingRace(Path.of(".."), 400, engines).everyone(true);
      Health first = course.contenders().getFirst().run().get();
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
  void theHandWrittenOneHoldsOnManyPools() {
    for (int seed = 0; seed < 20; seed++) {
      Pool pool = Pool.generate(1_000, seed);
      Health expected = new BigJava(pool).run().get();
      assertTrue(new TwoWordJava(pool).run().get().verdict(expected).right());
    }
  }

  @Test
  void aPoolHasHealthsOfEveryKind() {
    Health health = new BigJava(Pool.generate(1_000, 42)).run().get();
    assertTrue(health.liquidatable() > 10);
    assertTrue(health.liquidatable() < 500);
    assertTrue(Arrays.stream(health.whole()).anyMatch(h -> h == Health.UNLIMITED));
  }

  @Test
  void anotherDigitDoesNotAgree() {
    Pool pool = Pool.generate(10, 42);
    Health expected = new BigJava(pool).run().get();
    Health other = new TwoWordJava(pool).run().get();
    other.fraction()[1]++;
    assertFalse(other.verdict(expected).right());
  }
}
