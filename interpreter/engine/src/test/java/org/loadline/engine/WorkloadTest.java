package org.loadline.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.loadline.core.Program;
import org.loadline.data.ParamValues;
import org.loadline.data.Results;
import org.loadline.engine.plan.Effort;
import org.loadline.workload.Workload;

/** The example policy on the published workload gives the published answers. */
class WorkloadTest {
  private static final Path POLICY = Path.of("../../examples/perp-cross-margin/policy.risk");

  @ParameterizedTest
  @CsvSource({
    "NARROW, 1, 1000, 157505989.3899791011904,"
        + " a0a5f4ef8eb0efe3c4a7a382d1935eef379ab714d1b4a82e424ee7693c0c448c",
    "EXACT, 1, 1000, 157505989.3899791011904,"
        + " a0a5f4ef8eb0efe3c4a7a382d1935eef379ab714d1b4a82e424ee7693c0c448c",
    "WIDE, 1, 10000, 1622346378.27199895597208,"
        + " 9c34ca29337027dd212c2ce24381d0090bf146421052ef9e64a9dde4c8c996c2",
    "WIDE, 3, 10000, 1622346378.27199895597208,"
        + " 9c34ca29337027dd212c2ce24381d0090bf146421052ef9e64a9dde4c8c996c2"
  })
  void published(Effort effort, int threads, int accounts, String equity, String sha256)
      throws Exception {
    String text = Files.readString(POLICY).replaceFirst("(?m)^policy .*$", "");
    Program program = Policies.policy(text);
    try (TruffleEvaluator engine = TruffleEvaluator.beginningWith(effort, threads)) {
      Results results =
          engine.evaluate(
              program,
              Perps.snapshot(program, Workload.published(accounts)),
              ParamValues.written(program));
      assertEquals(equity, Perps.total(results, "total_equity"));
      assertEquals(sha256, Perps.sha256(results));
    }
  }
}
