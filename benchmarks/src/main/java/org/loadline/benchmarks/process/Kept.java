package org.loadline.benchmarks.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.loadline.benchmarks.margin.MarginRace;
import org.loadline.benchmarks.policy.LoadedPolicy;
import org.loadline.benchmarks.race.Measurement;
import org.loadline.benchmarks.race.Samples;
import org.loadline.data.Results;
import org.loadline.engine.TruffleEvaluator;
import org.loadline.workload.SnapshotFolder;
import org.loadline.workload.Workload;

/** The heap that a host needs to keep a snapshot, what the engine made of it, and its results. */
public final class Kept {
  private static final double MEBI = 1 << 20;

  private Kept() {}

  public static List<Measurement> measure(Path project, int accounts) throws IOException {
    double before = used();
    LoadedPolicy policy =
        LoadedPolicy.of(
            project.resolve(MarginRace.POLICY),
            folder -> SnapshotFolder.write(Workload.published(accounts), folder));
    double loaded = used() - before;
    try (TruffleEvaluator engine = TruffleEvaluator.create()) {
      Results results = policy.on(engine);
      double all = used() - before;
      if (results.snapshot() != policy.snapshot()) {
        throw new IllegalStateException("The results are of another snapshot.");
      }
      String name = engine.engineName();
      return List.of(
          line(accounts, "a snapshot", name, loaded, loaded),
          line(accounts, "with the engine's form and results", name, all, loaded));
    }
  }

  private static Measurement line(
      int accounts, String what, String engine, double mebibytes, double against) {
    String group = String.format(Locale.ROOT, "%,d accounts, heap that is kept", accounts);
    return Measurement.of("memory", group, what, engine, "MiB", Samples.of(mebibytes), against);
  }

  private static double used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / MEBI;
  }
}
