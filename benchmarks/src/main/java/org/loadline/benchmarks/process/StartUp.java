package org.loadline.benchmarks.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.loadline.benchmarks.race.Measurement;
import org.loadline.benchmarks.race.Progress;
import org.loadline.benchmarks.race.Samples;

/** How long small commands take, one after the other in every round. */
public final class StartUp {
  private static final List<Integer> FINE = List.of(0);

  /** A run with faults or broken properties is a run all the same. */
  private static final List<Integer> RAN = List.of(0, 1);

  private final List<Command> commands;

  public StartUp(Path project) {
    String loadline = project.resolve("loadline").toString();
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String perp = project.resolve("examples/perp-cross-margin").toString();
    String weights = project.resolve("examples/collateral-weights").toString();
    commands =
        List.of(
            new Command("a JVM that does nothing", List.of(java, "-Xshare:auto", "-version"), FINE),
            new Command("loadline --version", List.of(loadline, "--version"), FINE),
            new Command("loadline check, 190 lines", List.of(loadline, "check", perp), FINE),
            new Command("loadline run, 12 accounts", List.of(loadline, "run", weights), RAN),
            new Command("loadline run, 1,000 accounts", List.of(loadline, "run", perp), RAN),
            new Command("the same, compiled", List.of(loadline, "run", "--jit", perp), RAN));
  }

  /** The first call of each builds what is missing and is not counted. */
  public List<Measurement> measure(int rounds) throws IOException, InterruptedException {
    double[][] taken = new double[commands.size()][rounds];
    for (Command command : commands) {
      Progress.say("start-up: first " + command.name());
      command.milliseconds();
    }
    Progress.say("start-up: " + rounds + " rounds");
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < commands.size(); i++) {
        taken[i][round] = commands.get(i).milliseconds();
      }
    }
    List<Measurement> measurements = new ArrayList<>();
    double against = Samples.of(taken[0]).median();
    for (int i = 0; i < commands.size(); i++) {
      measurements.add(
          Measurement.of(
              "start-up",
              "whole commands",
              commands.get(i).name(),
              "",
              "ms",
              Samples.of(taken[i]),
              against));
    }
    return measurements;
  }
}
