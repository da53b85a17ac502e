package org.loadline.cli.report;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.loadline.engine.statistics.PassRun;

/**
 * How fast a policy ran on a snapshot, and in which numbers.
 *
 * @param engine what ran it, in words
 * @param compiling whether that was the compiling engine
 * @param phases milliseconds of what is done once, in the order it is done
 * @param warm what is done again and again
 * @param entities rows of each entity of the snapshot
 * @param passes what the last run took, where the engine tells
 */
public record Speeds(
    String policy,
    String engine,
    boolean compiling,
    int threads,
    Map<String, Double> phases,
    Warm warm,
    List<Rows> entities,
    List<PassRun> passes) {
  public Speeds {
    phases = Collections.unmodifiableMap(new LinkedHashMap<>(phases));
    entities = entities.stream().sorted(Comparator.comparingInt(Rows::count).reversed()).toList();
    passes = List.copyOf(passes);
  }

  /** An entity and its rows in the snapshot. */
  public record Rows(String entity, int count) {}

  /**
   * Runs after a warm-up.
   *
   * @param seconds how long the warm-up was to take
   * @param milliseconds of each run; at least one
   */
  public record Warm(double seconds, List<Double> milliseconds) {
    public Warm {
      milliseconds = milliseconds.stream().sorted().toList();
    }

    public double median() {
      int half = milliseconds.size() / 2;
      return milliseconds.size() % 2 == 1
          ? milliseconds.get(half)
          : (milliseconds.get(half - 1) + milliseconds.get(half)) / 2;
    }

    public double least() {
      return milliseconds.getFirst();
    }

    public double most() {
      return milliseconds.getLast();
    }
  }

  /** Nanoseconds of a run for each row of an entity. */
  double nanosecondsPerRow(Rows rows) {
    return warm.median() * 1e6 / rows.count();
  }

  double rowsPerSecond(Rows rows) {
    return rows.count() / (warm.median() / 1e3);
  }

  /** Which part of the rows of all passes overflowed at first. */
  double shareRedone() {
    long rows = passes.stream().mapToLong(PassRun::rows).sum();
    long redone = passes.stream().mapToLong(PassRun::overflowed).sum();
    return rows == 0 ? 0 : (double) redone / rows;
  }
}
