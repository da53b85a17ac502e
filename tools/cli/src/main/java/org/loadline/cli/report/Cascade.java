package org.loadline.cli.report;

import java.util.ArrayList;
import java.util.List;
import org.loadline.core.WaterfallRef;
import org.loadline.data.Snapshot;
import org.loadline.reference.WaterfallRunner;
import org.loadline.sweep.Sweep;
import org.loadline.sweep.Sweeps;

/**
 * Rounds of waterfalls, each on what the last one left, until nothing is over a line or nothing
 * changes any more.
 *
 * <p>The last round of a cascade that comes to rest is the one in which nothing is over the line;
 * it is not among {@code rounds}, and {@code still} is 0 then.
 */
public record Cascade(List<Sweeps> rounds, int still, boolean stuck) {
  public Cascade {
    rounds = List.copyOf(rounds);
  }

  /** Runs at most so many rounds. */
  public static Cascade of(
      WaterfallRunner runner, Snapshot start, List<WaterfallRef> waterfalls, int most) {
    List<Sweeps> rounds = new ArrayList<>();
    Snapshot at = start;
    while (rounds.size() < most) {
      Sweeps round = runner.run(at, waterfalls);
      if (over(round) == 0) {
        return new Cascade(rounds, 0, false);
      }
      rounds.add(round);
      at = round.after();
      if (!changes(round)) {
        return new Cascade(rounds, over(round), true);
      }
    }
    return new Cascade(rounds, over(runner.run(at, waterfalls)), false);
  }

  /** How many rows were over a line in a round. */
  public static int over(Sweeps round) {
    return round.sweeps().stream().mapToInt(sweep -> sweep.counts().over()).sum();
  }

  /** Whether some row was served to the end by entries: another round may differ. */
  private static boolean changes(Sweeps round) {
    return round.sweeps().stream()
        .flatMap(sweep -> sweep.steps().stream())
        .anyMatch(step -> step.entries() > 0);
  }

  /** Whether nothing is over a line any more. */
  public boolean isCalm() {
    return still == 0;
  }

  /** Whether no row came to a fault. */
  public boolean isSound() {
    return rounds.stream().flatMap(round -> round.sweeps().stream()).allMatch(Sweep::isSound);
  }
}
