package org.loadline.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.loadline.cli.report.Cascade;
import org.loadline.cli.report.CascadeJson;
import org.loadline.cli.report.CascadeText;
import org.loadline.core.WaterfallRef;
import org.loadline.data.Evaluator;
import org.loadline.reference.WaterfallRunner;
import org.loadline.snapshot.LedgerWriter;
import org.loadline.sweep.Sweeps;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the waterfalls of a policy again and again, each round on what the last one left. */
@Command(
    name = "simulate",
    description = "Run a policy's waterfalls round after round, until nothing is over the line.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  loadline simulate desk --steps 10",
      "  loadline simulate desk --snapshot data/2026-11-20 --steps 50 --out rounds",
      "",
      "A waterfall that says `set market.mark to …` moves the price for the next round.",
      LoadlineCommand.START,
      "",
      "Ends with 0 if all is well, 1 if judging or serving a row came to a fault or rows are still",
      "over the line, 3 if the policy does not compile, 4 if the snapshot cannot be used.",
    })
final class SimulateCommand implements Callable<Integer> {
  private final LoadlineCommand top;

  @Mixin private PolicyRun run = new PolicyRun();

  @Mixin private WaterfallOptions waterfalls = new WaterfallOptions();

  @Option(
      names = "--steps",
      paramLabel = "N",
      defaultValue = "100",
      description = "The most rounds (default: ${DEFAULT-VALUE}).")
  private int steps = 100;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description =
          "Write the ledger of each round there, in folders `round-1`, `round-2`, …, each with the"
              + " snapshot after it in `after`.")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--json", description = "Print a JSON document.")
  private boolean json;

  @Mixin private EngineOption engine = new EngineOption();

  SimulateCommand(LoadlineCommand top) {
    this.top = top;
  }

  @Override
  public Integer call() throws IOException {
    Refusal.unlessAtLeast(1, "--steps", steps);
    out.filter(run::readsFrom)
        .ifPresent(
            folder -> {
              throw Refusal.misuse(UseProblem.SNAPSHOT_IN_THE_WAY, "path", folder.toString());
            });
    Timings timings = new Timings(top);
    EngineStart start = EngineStart.of(engine.chosen(), 1);
    PolicyRun.Ready ready = run.ready(top, timings, List.of());
    List<WaterfallRef> chosen = waterfalls.of(ready.program());
    if (chosen.isEmpty()) {
      throw Refusal.misuse(UseProblem.NO_WATERFALL, "policy", ready.program().name());
    }
    Evaluator evaluator = timings.of("start", start::evaluator);
    WaterfallRunner runner = WaterfallRunner.on(evaluator, ready.program(), ready.params());
    Cascade cascade =
        timings.of("sweep", () -> Cascade.of(runner, ready.snapshot(), chosen, steps));
    out.ifPresent(folder -> write(cascade, folder));
    if (json) {
      try (var document = JsonOutput.to(top.console())) {
        CascadeJson.write(document, ready.program().name(), cascade);
      }
    } else {
      new CascadeText(top.outInk(), top.console().width(), top.console().out()).print(cascade);
    }
    return (cascade.isCalm() && cascade.isSound() ? ExitCode.RESULTS : ExitCode.FAULTS).code();
  }

  /** Writes every round; a folder that an earlier, longer simulation left is not touched. */
  private void write(Cascade cascade, Path folder) {
    int rounds = cascade.rounds().size();
    for (int round = 1; round <= rounds; round++) {
      write(cascade.rounds().get(round - 1), round(folder, round));
    }
    if (Files.exists(round(folder, rounds + 1))) {
      top.console()
          .err()
          .println("kept " + round(folder, rounds + 1) + ", which is of another simulation");
    }
  }

  private static Path round(Path folder, int number) {
    return folder.resolve("round-" + number);
  }

  private void write(Sweeps sweeps, Path folder) {
    try {
      for (Path file : LedgerWriter.write(sweeps, folder)) {
        top.console().err().println("wrote " + file);
      }
    } catch (IOException e) {
      throw Refusal.misuse(
          UseProblem.CANNOT_WRITE,
          "path",
          folder.toString(),
          "reason",
          e instanceof AccessDeniedException ? "access is denied" : "the system refuses");
    }
  }
}
