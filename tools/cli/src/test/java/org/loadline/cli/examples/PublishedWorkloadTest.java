package org.loadline.cli.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.loadline.core.Program;
import org.loadline.data.Evaluator;
import org.loadline.data.ParamValues;
import org.loadline.data.Results;
import org.loadline.data.Snapshot;
import org.loadline.engine.TruffleEvaluator;
import org.loadline.snapshot.SnapshotReader;
import org.loadline.workload.SnapshotFolder;
import org.loadline.workload.Workload;

/**
 * The cross-margin example against answers that were worked out without Loadline: every count,
 * every digit of the totals, and a digest of what each account is given.
 */
class PublishedWorkloadTest {
  private static final Example EXAMPLE = new Example("perp-cross-margin");
  private static final Program PROGRAM = Compiled.of(EXAMPLE.policy()).program().orElseThrow();

  static Stream<Evaluator> evaluators() {
    return Stream.concat(Evaluators.ALL.stream(), Stream.of(TruffleEvaluator.onThreads(2)));
  }

  @ParameterizedTest(autoCloseArguments = false)
  @MethodSource("evaluators")
  void theThousandAccountsOfTheExample(Evaluator evaluator) throws IOException {
    check(evaluator, EXAMPLE.load(PROGRAM, "snapshot"), "published.json");
  }

  @ParameterizedTest(autoCloseArguments = false)
  @MethodSource("evaluators")
  void tenThousandAccounts(Evaluator evaluator, @TempDir Path folder) throws IOException {
    SnapshotFolder.write(Workload.published(10_000), folder);
    Snapshot snapshot = SnapshotReader.read(PROGRAM, folder).snapshot().orElseThrow();
    check(evaluator, snapshot, "published-10000.json");
  }

  @Test
  void theAccountsOfTheExampleStandInOrder() {
    Snapshot snapshot = EXAMPLE.load(PROGRAM, "snapshot");
    var account = PROGRAM.entity("account").orElseThrow().ref();
    for (int row = 0; row < snapshot.rowCount(account); row++) {
      assertEquals(Integer.toString(row), snapshot.identity(account, row));
    }
  }

  private static void check(Evaluator evaluator, Snapshot snapshot, String published)
      throws IOException {
    Results results = evaluator.evaluate(PROGRAM, snapshot, ParamValues.written(PROGRAM));
    assertEquals(
        Files.readString(EXAMPLE.expected("snapshot").resolve(published)),
        PublishedAnswers.text(results, Workload.PUBLISHED_SEED));
  }
}
