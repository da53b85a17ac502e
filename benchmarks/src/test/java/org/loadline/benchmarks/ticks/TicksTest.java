package org.loadline.benchmarks.ticks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.loadline.benchmarks.policy.Engines;
import org.loadline.benchmarks.race.Contender;
import org.loadline.benchmarks.race.Verdict;

/** What is timed tick by tick stays what a run from scratch gives. */
class TicksTest {
  @Test
  void ticksKeepTheResultsOfARunFromScratch() throws IOException {
    try (Engines engines = new Engines()) {
      Contender<Verdict> ticking =
          new TickRace(Path.of(".."), 1_000, engines).course().contenders().getLast();
      for (int tick = 0; tick < 60; tick++) {
        Supplier<Verdict> verdict = ticking.run();
        if (tick % 20 == 19) {
          assertEquals(Verdict.RIGHT, verdict.get(), "tick " + tick);
        }
      }
    }
  }
}
