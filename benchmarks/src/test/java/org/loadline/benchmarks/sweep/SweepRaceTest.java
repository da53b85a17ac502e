package org.loadline.benchmarks.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.loadline.benchmarks.policy.Engines;
import org.loadline.benchmarks.race.Verdict;

class SweepRaceTest {
  @Test
  void everyWayToRunIsRight() throws IOException {
    try (Engines engines = new Engines()) {
      var race = new SweepRace(Path.of("..").toAbsolutePath(), 300, engines).course(true);
      for (var contender : race.contenders()) {
        assertEquals(Verdict.RIGHT, contender.run().get(), contender.name());
      }
    }
  }
}
