package org.loadline.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.loadline.cli.render.DataProblemRenderer;
import org.loadline.cli.report.FaultGroups;
import org.loadline.cli.report.Properties;
import org.loadline.cli.report.Summary;
import org.loadline.data.Evaluator;
import org.loadline.data.Results;
import org.loadline.snapshot.DataProblem;
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
      description = "Write every result there, one file for each entity.")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "table|csv|json",
      defaultValue = "table",
      description = "A table for people, or every result for a program (default: ${DEFAULT-VALUE}).")
  private Format format = Format.TABLE;

  @Option(
      names = "--select",
      split = ",",
      paramLabel = "FACT",
      description = "Report these only: `account.health`, `health`, or `account` for all of them.")
  private List<String> select = List.of();

  @Option(
      names = "--limit",
      paramLabel = "ROWS",
      defaultValue = "20",
      description = "Rows shown of each entity; 0 for all (default: ${DEFAULT-VALUE}).")
  private int limit = 20;

  @Option(
      names = "--engine",
      paramLabel = "truffle|reference",
      description = "What works the values out; both give the same.")
  private Engine engine = Engine.REFERENCE;

  enum Format {
    TABLE,
    CSV,
    JSON
  }

  RunCommand(LoadlineCommand top) {
    this.top = top;
  }

  @Override
  public Integer call() {
    Timings timings = new Timings(top);
    PolicyRun.Ready ready = run.ready(top, timings, select);
    Evaluator evaluator = engine.evaluator();
    timings.say("engine    " + evaluator.name());
    Results all =
        timings.of(
            "run",
            () -> evaluator.evaluate(ready.program(), ready.snapshot(), ready.params()));
    List<Properties.Checked> properties = Properties.checked(all);
    Results own = Properties.own(all);
    FaultGroups faults = FaultGroups.of(all);
    summarise(ready, own, properties, faults);
    boolean sound = faults.isEmpty() && properties.stream().allMatch(Properties.Checked::holds);
    return (sound ? ExitCode.RESULTS : ExitCode.FAULTS).code();
  }

  private void summarise(
      PolicyRun.Ready ready,
      Results results,
      List<Properties.Checked> properties,
      FaultGroups faults) {
    var stream = top.console().out();
    Summary summary = new Summary(results, top.outInk(), top.console().width(), stream);
    summary.tables(limit == 0 ? ALL : limit);
    summary.counts();
    summary.properties(properties);
    summary.faults(faults);
    DataProblemRenderer renderer = new DataProblemRenderer(top.outInk());
    for (DataProblem problem : ready.problems()) {
      stream.println();
      stream.print(renderer.render(problem));
    }
  }
}
