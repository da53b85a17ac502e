package org.loadline.benchmarks;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.loadline.api.Policy;
import org.loadline.core.Program;
import org.loadline.data.Evaluator;
import org.loadline.data.Outcome;
import org.loadline.data.OutputColumn;
import org.loadline.data.ParamValues;
import org.loadline.data.Results;
import org.loadline.data.Snapshot;
import org.loadline.snapshot.SnapshotReader;
import org.loadline.source.Diagnostic;
import org.loadline.values.Exact;
import org.loadline.values.Member;
import org.loadline.values.None;
import org.loadline.values.Value;
import org.loadline.workload.SnapshotFolder;
import org.loadline.workload.Workload;

/** The policy as an author writes it, with a snapshot loaded from files. */
final class LoadlinePolicy {
  private final Program program;
  private final Snapshot snapshot;

  /** Compiles the policy, writes the workload as files to a folder of its own and reads them. */
  LoadlinePolicy(Path policy, Workload workload) throws IOException {
    var compiled = Policy.compile(policy);
    program =
        compiled
            .policy()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "The policy does not compile: "
                            + compiled.diagnostics().stream().map(Diagnostic::message).toList()))
            .program();
    Path folder = Files.createTempDirectory("loadline-benchmark");
    try {
      SnapshotFolder.write(workload, folder);
      snapshot = SnapshotReader.read(program, folder).snapshot().orElseThrow();
    } finally {
      delete(folder);
    }
  }

  Contender on(Evaluator evaluator, String name, String engine) {
    return new Evaluated(evaluator, name, engine);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private final class Evaluated implements Contender {
    private final Evaluator evaluator;
    private final String name;
    private final String engine;

    Evaluated(Evaluator evaluator, String name, String engine) {
      this.evaluator = evaluator;
      this.name = name;
      this.engine = engine;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public String engine() {
      return engine;
    }

    @Override
    public Object run() {
      return evaluator.evaluate(program, snapshot, ParamValues.written(program));
    }

    @Override
    public Answers answers(Object result) {
      Results results = (Results) result;
      List<String> members = program.choices().getFirst().members();
      OutputColumn standings = column(results, "account.standing");
      OutputColumn healths = column(results, "account.health");
      byte[] status = new byte[standings.size()];
      long[] health = new long[standings.size()];
      for (int row = 0; row < status.length; row++) {
        Member member = (Member) value(standings, row);
        status[row] = (byte) Answers.STATUSES.indexOf(members.get(member.ordinal()));
        health[row] =
            value(healths, row) instanceof None
                ? Answers.NO_HEALTH
                : amount(healths, row)
                    .setScale(Answers.HEALTH_PLACES)
                    .unscaledValue()
                    .longValueExact();
      }
      return new Answers(
          status,
          health,
          amount(column(results, "total_equity"), 0),
          amount(column(results, "total_initial"), 0),
          amount(column(results, "total_maintenance"), 0));
    }

    private static OutputColumn column(Results results, String name) {
      return results.columns().stream()
          .filter(column -> column.output().name().equals(name))
          .findFirst()
          .orElseThrow();
    }

    private static BigDecimal amount(OutputColumn column, int row) {
      return ((Exact) value(column, row)).toDecimal().orElseThrow();
    }

    private static Value value(OutputColumn column, int row) {
      return switch (column.outcome(row)) {
        case Outcome.Known(var value) -> value;
        case Outcome.Faulted faulted ->
            throw new IllegalStateException(faulted.fault().what().message());
      };
    }
  }
}
