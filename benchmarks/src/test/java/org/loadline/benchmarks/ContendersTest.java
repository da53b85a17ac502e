package org.loadline.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.loadline.workload.Workload;

/** Who is timed gives the published answers; only floating point does not. */
class ContendersTest {
  private static final Path POLICY = Path.of("../examples/perp-cross-margin/policy.risk");

  @Test
  void allButFloatingPointGiveThePublishedAnswers() throws IOException {
    Workload workload = Workload.published(1_000);
    Published published = Published.of(1_000).orElseThrow();
    try (Field field = new Field(POLICY)) {
      List<Contender> contenders = field.of(workload);
      List<String> exact =
          contenders.stream()
              .filter(contender -> published.agreesWith(contender.answers(contender.run())))
              .map(Contender::name)
              .toList();
      assertEquals(
          contenders.stream()
              .filter(contender -> !(contender instanceof DoubleJava))
              .map(Contender::name)
              .toList(),
          exact);
      assertEquals(5, exact.size());
    }
  }

  @Test
  void theHandWrittenOneHoldsAtTenThousandAccounts() {
    ExactJava exact = new ExactJava(Workload.published(10_000));
    assertTrue(Published.of(10_000).orElseThrow().agreesWith(exact.answers(exact.run())));
  }

  @Test
  void anotherHealthDoesNotAgree() {
    ExactJava exact = new ExactJava(Workload.published(1_000));
    Answers answers = exact.answers(exact.run());
    answers.health()[0]++;
    assertFalse(Published.of(1_000).orElseThrow().agreesWith(answers));
  }
}
