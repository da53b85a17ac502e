package org.loadline.benchmarks.large;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.loadline.benchmarks.policy.Engines;
import org.loadline.benchmarks.policy.LoadedPolicy;
import org.loadline.data.Results;
import org.loadline.reference.ReferenceEvaluator;
import org.loadline.workload.SnapshotFolder;
import org.loadline.workload.Workload;

/** Both engines give the same for the large policy. */
class LargePolicyTest {
  private static final Path POLICY = Path.of("policies/large.risk");

  @Test
  void bothEnginesAgreeOnEveryResult() throws IOException {
    LoadedPolicy policy =
        LoadedPolicy.of(
            POLICY, folder -> SnapshotFolder.write(Workload.generate(60, 10, 42), folder));
    try (Engines engines = new Engines()) {
      assertEquals(told(policy.on(new ReferenceEvaluator())), told(policy.on(engines.oneThread())));
    }
  }

  private static List<String> told(Results results) {
    return results.columns().stream()
        .flatMap(
            column ->
                IntStream.range(0, column.size())
                    .mapToObj(row -> column.output().name() + column.outcome(row)))
        .toList();
  }
}
