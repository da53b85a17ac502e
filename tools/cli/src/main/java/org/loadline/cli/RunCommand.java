package org.loadline.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.loadline.cli.render.DataProblemRenderer;
import org.loadline.cli.report.FaultGroups;
import org.loadline.cli.report.Properties;
import org.loadline.cli.report.ResultsCsv;
import org.loadline.cli.report.ResultsJson;
import org.loadline.cli.report.Summary;
import org.loadline.cli.report.SweepText;
import org.loadline.core.WaterfallRef;
import org.loadline.data.Evaluator;
import org.loadline.data.Results;
import org.loadline.reference.PolicyTests;
import org.loadline.reference.WaterfallRunner;
import org.loadline.snapshot.DataProblem;
import org.loadline.snapshot.LedgerWriter;
import org.loadline.snapshot.ResultsFormat;
import org.loadline.snapshot.ResultsWriter;
import org.loadline.sweep.Sweep;
import org.loadline.sweep.Sweeps;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a policy on a snapshot. */
@Command(
    name = "run",
    description = "Run a policy on a snapshot, and sum up what came of it.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  loadline run examples/perp-cross-margin",
      "  loadline run desk/limits.risk --snapshot data/2026-11-20 --param fee=2%%",
      "  loadline run desk --select account.health --format csv > health.csv",
      "  loadline run desk --receipt receipt.json --key keys/private.pem",
      "",
      LoadlineCommand.START,
      "",
      "Ends with 0 if all is well, 1 if a value is a fault or a property is broken,",
      "3 if the policy does not compile, 4 if the snapshot cannot be used.",
    })
final class RunCommand implements Callable<Integer> {
  private static final int ALL = Integer.MAX_VALUE;

  private final LoadlineCommand top;

  @Mixin private PolicyRun run = new PolicyRun();

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Write every result there, a file for each entity: CSV, or what --format says.")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "table|csv|json|parquet",
      defaultValue = "table",
      description =
          "A summary for people, or every result for a program: CSV tables with an empty line"
              + " between, or one JSON document; parquet goes with --out (default:"
              + " ${DEFAULT-VALUE}).")
  private Format format = Format.TABLE;

  @Option(
      names = "--select",
      split = ",",
      paramLabel = "FACT",
      description = "Report these only: `account.health`, `health`, or `account` for all of them.")
  private List<String> select = List.of();

  @Mixin private WaterfallOptions waterfalls = new WaterfallOptions();

  @Option(names = "--no-waterfalls", description = "Work the facts out and run no waterfall.")
  private boolean noWaterfalls;

  @Option(
      names = "--limit",
      paramLabel = "ROWS",
      defaultValue = "20",
      description = "Rows shown of each entity; 0 for all (default: ${DEFAULT-VALUE}).")
  private int limit = 20;

  @Mixin private EngineOption engine = new EngineOption();

  @Mixin private ThreadsOption threads = new ThreadsOption();

  @Option(
      names = "--state",
      paramLabel = "FILE",
      description =
          "Hand back the states that the last run left there, if the file is there, and leave"
              + " those of this run.")
  private Optional<Path> state = Optional.empty();

  @Mixin private ReceiptOptions receipt = new ReceiptOptions();

  enum Format {
    TABLE,
    CSV,
    JSON,
    PARQUET
  }

  RunCommand(LoadlineCommand top) {
    this.top = top;
  }

  RunCommand(LoadlineCommand top, PlainLine line) {
    this.top = top;
    this.run = PolicyRun.of(line);
    this.noWaterfalls = line.has("--no-waterfalls");
    this.limit = line.value("--limit").map(Integer::parseInt).orElse(limit);
  }

  @Override
  public Integer call() throws IOException {
    Refusal.unlessAtLeast(0, "--limit", limit);
    int shared = threads.count();
    if (format == Format.PARQUET && out.isEmpty()) {
      throw Refusal.misuse(UseProblem.NEEDS_FOLDER, "format", "parquet");
    }
    out.filter(run::readsFrom)
        .ifPresent(
            folder -> {
              throw Refusal.misuse(UseProblem.SNAPSHOT_IN_THE_WAY, "path", folder.toString());
            });
    receipt.check(state.isPresent());
    Timings timings = new Timings(top);
    EngineStart start = EngineStart.of(engine.chosen(), shared);
    PolicyRun.Ready loaded = run.ready(top, timings, select);
    Optional<KeptStates> kept = state.map(file -> new KeptStates(file, top, timings));
    PolicyRun.Ready ready = kept.map(states -> states.handBack(loaded)).orElse(loaded);
    Evaluator evaluator = timings.of("start", start::evaluator);
    timings.say("engine    " + EngineStart.words(evaluator));
    Results all = timings.of("run", () -> results(evaluator, ready));
    Optional<Sweeps> sweeps = sweeps(ready, evaluator, timings);
    List<Properties.Checked> properties = properties(all, ready, sweeps);
    Results own = Properties.own(all);
    FaultGroups faults = FaultGroups.of(all);
    writeFiles(own, sweeps);
    timings.of("receipt", () -> receipt.write(ready, own, top));
    kept.ifPresent(states -> timings.of("state", () -> states.keep(all, evaluator)));
    switch (out.isPresent() ? Format.TABLE : format) {
      case TABLE -> summarise(ready, own, properties, faults, sweeps);
      case PARQUET -> throw new IllegalStateException("Parquet without a folder");
      case CSV -> ResultsCsv.print(own, top.console().out());
      case JSON -> {
        try (var document = JsonOutput.to(top.console())) {
          new ResultsJson(own, properties, faults, ready.problems(), sweeps).write(document);
        }
      }
    }
    boolean sound =
        faults.isEmpty()
            && properties.stream().allMatch(Properties.Checked::holds)
            && sweeps.stream().flatMap(run -> run.sweeps().stream()).allMatch(Sweep::isSound);
    return (sound ? ExitCode.RESULTS : ExitCode.FAULTS).code();
  }

  private Results results(Evaluator evaluator, PolicyRun.Ready ready) {
    try (RunProgress progress = RunProgress.of(top.console())) {
      return evaluator.evaluate(ready.program(), ready.snapshot(), ready.params());
    }
  }

  /** What the waterfalls do; empty where none is to run. */
  private Optional<Sweeps> sweeps(PolicyRun.Ready ready, Evaluator evaluator, Timings timings) {
    List<WaterfallRef> chosen = waterfalls.of(ready.program());
    if (noWaterfalls || chosen.isEmpty()) {
      return Optional.empty();
    }
    WaterfallRunner runner = WaterfallRunner.on(evaluator, ready.program(), ready.params());
    return Optional.of(timings.of("sweep", () -> runner.run(ready.snapshot(), chosen)));
  }

  /** What speaks of what waterfalls leave is checked where all of them have run. */
  private static List<Properties.Checked> properties(
      Results results, PolicyRun.Ready ready, Optional<Sweeps> sweeps) {
    List<Properties.Checked> checked = new ArrayList<>(Properties.checked(results));
    boolean all =
        sweeps.filter(s -> s.sweeps().size() == ready.program().waterfalls().size()).isPresent();
    if (all && !ready.after().isEmpty()) {
      PolicyTests tests = new PolicyTests(ready.program());
      checked.addAll(
          Properties.checked(
              tests.properties(ready.after(), sweeps.get(), ready.params()), ready.snapshot()));
    }
    return checked;
  }

  private void writeFiles(Results results, Optional<Sweeps> sweeps) {
    if (out.isEmpty()) {
      return;
    }
    try {
      ResultsFormat files =
          switch (format) {
            case TABLE, CSV -> ResultsFormat.CSV;
            case JSON -> ResultsFormat.JSON;
            case PARQUET -> ResultsFormat.PARQUET;
          };
      for (Path file : ResultsWriter.write(results, out.get(), files)) {
        top.console().err().println("wrote " + file);
      }
      if (sweeps.isPresent()) {
        for (Path file : LedgerWriter.write(sweeps.get(), out.get())) {
          top.console().err().println("wrote " + file);
        }
      }
    } catch (IOException e) {
      throw Refusal.misuse(
          UseProblem.CANNOT_WRITE,
          "path",
          out.get().toString(),
          "reason",
          e instanceof AccessDeniedException ? "access is denied" : "the system refuses");
    }
  }

  private void summarise(
      PolicyRun.Ready ready,
      Results results,
      List<Properties.Checked> properties,
      FaultGroups faults,
      Optional<Sweeps> sweeps) {
    var stream = top.console().out();
    Summary summary = new Summary(results, top.outInk(), top.console().width(), stream);
    summary.tables(limit == 0 ? ALL : limit);
    summary.counts();
    sweeps.ifPresent(
        all -> {
          SweepText text = new SweepText(top.outInk(), top.console().width(), stream);
          for (Sweep sweep : all.sweeps()) {
            stream.println();
            text.sweep(sweep);
          }
        });
    summary.properties(properties);
    summary.faults(faults);
    DataProblemRenderer renderer = new DataProblemRenderer(top.outInk());
    for (DataProblem problem : ready.problems()) {
      stream.println();
      stream.print(renderer.render(problem));
    }
  }
}
