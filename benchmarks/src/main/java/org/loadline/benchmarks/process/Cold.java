package org.loadline.benchmarks.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.loadline.benchmarks.margin.MarginRace;
import org.loadline.benchmarks.policy.Scratch;
import org.loadline.benchmarks.race.Measurement;
import org.loadline.benchmarks.race.Progress;
import org.loadline.benchmarks.race.Samples;
import org.loadline.workload.SnapshotFolder;
import org.loadline.workload.Workload;

/**
 * The first result of a process that has just been started, on the published workload as files: the
 * whole of it, the phases that the command itself reports, and the memory it takes.
 */
public final class Cold {
  private static final Pattern PHASE = Pattern.compile("(\\S+)\\s+([\\d.]+) ms");
  private static final String WHOLE = "until it ends";
  private static final double MEBI = 1024;

  private final Path project;
  private final int accounts;

  public Cold(Path project, int accounts) {
    this.project = project;
    this.accounts = accounts;
  }

  public List<Measurement> measure(int rounds) throws IOException, InterruptedException {
    List<Measurement> measurements = new ArrayList<>();
    try (Scratch scratch = Scratch.create()) {
      SnapshotFolder.write(Workload.published(accounts), scratch.path());
      for (int threads : List.of(1, 2)) {
        measurements.addAll(phases(command(scratch.path(), threads), threads, rounds));
      }
    }
    return measurements;
  }

  private Command command(Path snapshot, int threads) {
    return new Command(
        "loadline run",
        List.of(
            project.resolve("loadline").toString(),
            "run",
            project.resolve(MarginRace.POLICY).toString(),
            "--snapshot=" + snapshot,
            "--threads=" + threads,
            "--limit=1",
            "--verbose"),
        List.of(0, 1));
  }

  private List<Measurement> phases(Command command, int threads, int rounds)
      throws IOException, InterruptedException {
    Map<String, double[]> taken = new LinkedHashMap<>();
    double[] peak = new double[rounds];
    String engine = "";
    for (int round = 0; round < rounds; round++) {
      Progress.say("cold, " + threads + (threads == 1 ? " thread" : " threads") + ": " + round);
      Command.Run run = command.watched();
      taken.computeIfAbsent(WHOLE, phase -> new double[rounds])[round] = run.milliseconds();
      for (String line : run.errors()) {
        Matcher phase = PHASE.matcher(line);
        if (phase.matches()) {
          taken.computeIfAbsent(phase.group(1), name -> new double[rounds])[round] =
              Double.parseDouble(phase.group(2));
        } else if (line.startsWith("engine")) {
          engine = line.substring("engine".length()).strip();
        }
      }
      peak[round] = run.peakKib().orElse(0L) / MEBI;
    }
    return lines(taken, peak, engine, threads);
  }

  private List<Measurement> lines(
      Map<String, double[]> taken, double[] peak, String engine, int threads) {
    String group =
        String.format(
            Locale.ROOT,
            "%,d accounts from CSV files, %d thread%s",
            accounts,
            threads,
            threads == 1 ? "" : "s");
    List<Measurement> lines = new ArrayList<>();
    double whole = 0;
    for (Map.Entry<String, double[]> phase : taken.entrySet()) {
      Samples samples = Samples.of(phase.getValue());
      whole = lines.isEmpty() ? samples.median() : whole;
      lines.add(Measurement.of("cold", group, phase.getKey(), engine, "ms", samples, whole));
    }
    Samples memory = Samples.of(peak);
    if (memory.least() > 0) {
      lines.add(
          Measurement.of(
              "cold",
              group + ", memory",
              "peak of the process",
              engine,
              "MiB",
              memory,
              memory.median()));
    }
    return lines;
  }
}
