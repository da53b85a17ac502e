package org.loadline.benchmarks.margin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.loadline.benchmarks.policy.Engines;
import org.loadline.benchmarks.race.Contender;
import org.loadline.workload.Workload;

/** Who is timed gives the published answers; only floating point does not. */
class ContendersTest {
  private static final Path PROJECT = Path.of("..");

  @Test
  void allButFloatingPointGiveThePublishedAnswers() throws IOException {
    Published published = Published.of(1_000).orElseThrow();
    try (Engines engines = new Engines()) {
      List<Contender<Answers>> contenders =
          new MarginRace(PROJECT, 1_000, engines).everyone(true).contenders();
      List<String> right =
          contenders.stream()
              .filter(contender -> published.agreesWith(contender.run().get()))
              .map(Contender::name)
              .toList();
      List<String> meant =
          contenders.stream().filter(Contender::isExact).map(Contender::name).toList();
      assertEquals(meant, right);
      assertEquals(5, right.size());
    }
  }

  @Test
  void theHandWrittenOneHoldsAtTenThousandAccounts() {
    ExactJava exact = new ExactJava(Workload.published(10_000));
    assertTrue(Published.of(10_000).orElseThrow().agreesWith(exact.run().get()));
  }

  @Test
  void anotherHealthDoesNotAgree() {
    ExactJava exact = new ExactJava(Workload.published(1_000));
    Answers answers = exact.run().get();
    answers.health()[0]++;
    assertFalse(Published.of(1_000).orElseThrow().agreesWith(answers));
  }
}
