package org.loadline.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.loadline.cli.report.SpeedJson;
import org.loadline.cli.report.SpeedText;
import org.loadline.cli.report.Speeds;
import org.loadline.data.Evaluator;
import org.loadline.engine.TruffleEvaluator;
import org.loadline.engine.statistics.PassRun;
import org.loadline.source.Diagnostic;
import org.loadline.source.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how fast a policy runs. */
@Command(
    name = "bench",
    description = "Measure how fast a policy runs on a snapshot, and in which numbers.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  loadline bench examples/perp-cross-margin",
      "  loadline bench desk/limits.risk --snapshot data/2026-11-20 --threads 2",
      "  loadline bench desk --json --rounds 50",
      "",
      "The policy is compiled and the snapshot read once. Then it runs: once cold, again and again",
      "until the warm-up is over, and once for each round. Results are thrown away.",
    })
final class BenchCommand implements Callable<Integer> {
  private final LoadlineCommand top;

  @Mixin private PolicyRun run = new PolicyRun();

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "20",
      description = "Runs that are measured (default: ${DEFAULT-VALUE}).")
  private int rounds = 20;

  @Option(
      names = "--warm-up",
      paramLabel = "SECONDS",
      defaultValue = "5",
      description = "How long to run before measuring (default: ${DEFAULT-VALUE}).")
  private int warmUp = 5;

  @Mixin private EngineOption engine = new EngineOption();

  @Mixin private ThreadsOption threads = new ThreadsOption();

  @Option(names = "--json", description = "Print the measurements as JSON.")
  private boolean json;

  BenchCommand(LoadlineCommand top) {
    this.top = top;
  }

  /** A policy on an evaluator; keeps what the passes of the last run took. */
  private record Runner(Evaluator evaluator, PolicyRun.Ready ready, List<PassRun> passes) {
    /** Runs once; the milliseconds it took. */
    double run() {
      passes.clear();
      long start = System.nanoTime();
      if (evaluator instanceof TruffleEvaluator truffle) {
        truffle.evaluate(ready.program(), ready.snapshot(), ready.params(), passes::add);
      } else {
        evaluator.evaluate(ready.program(), ready.snapshot(), ready.params());
      }
      return (System.nanoTime() - start) / 1e6;
    }
  }

  @Override
  public Integer call() throws IOException {
    Refusal.unlessAtLeast(1, "--rounds", rounds);
    Refusal.unlessAtLeast(0, "--warm-up", warmUp);
    int asked = threads.count();
    Timings timings = new Timings(top);
    PolicyRun.Ready ready = run.ready(top, timings, List.of());
    int used = engine.chosen() == Engine.REFERENCE ? 1 : Math.min(asked, Engine.MOST_THREADS);
    Evaluator evaluator = timings.of("start", () -> engine.chosen().evaluator(used));
    boolean compiling = EngineStart.isOptimising(evaluator);
    if (!compiling) {
      warn(evaluator);
    }
    Map<String, Double> phases = new LinkedHashMap<>(timings.milliseconds());
    Runner runner = new Runner(evaluator, ready, new ArrayList<>());
    Speeds.Warm warm;
    try (RunProgress progress = RunProgress.of(top.console())) {
      phases.put("first run", runner.run());
      warm = warm(runner);
    }
    Speeds speeds =
        new Speeds(
            ready.program().name(),
            EngineStart.words(evaluator),
            compiling,
            used,
            phases,
            warm,
            entities(ready),
            runner.passes());
    if (json) {
      try (var document = JsonOutput.to(top.console())) {
        SpeedJson.write(document, speeds);
      }
    } else {
      new SpeedText(speeds, top.outInk()).lines().forEach(top.console().out()::println);
    }
    return ExitCode.RESULTS.code();
  }

  private Speeds.Warm warm(Runner runner) {
    long end = System.nanoTime() + warmUp * 1_000_000_000L;
    while (System.nanoTime() < end) {
      runner.run();
    }
    List<Double> measured = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      measured.add(runner.run());
    }
    return new Speeds.Warm(warmUp, measured);
  }

  private void warn(Evaluator evaluator) {
    String hint =
        engine.chosen() == Engine.REFERENCE
            ? "Leave `--engine` out."
            : "Run `./loadline bench` on a JDK 25, without `--no-jit` and LOADLINE_JIT=0.";
    Diagnostic warning =
        Diagnostic.of(UseProblem.NOT_COMPILING, Source.of("", "").span(0, 0))
            .with("engine", evaluator.name())
            .with("hint", hint)
            .build();
    top.console().err().print(top.errRenderer().render(warning));
  }

  private static List<Speeds.Rows> entities(PolicyRun.Ready ready) {
    return ready.program().entities().stream()
        .filter(entity -> !entity.written())
        .map(entity -> new Speeds.Rows(entity.name(), ready.snapshot().rowCount(entity.ref())))
        .filter(rows -> rows.count() > 0)
        .toList();
  }
}
