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
 * <p>{@code last} says what is over the line after all rounds: it is the round that would come
 * next, of which only the judging counts; where that would change nothing, the last of the rounds.
 */
public record Cascade(List<Sweeps> rounds, Sweeps last, boolean stuck) {
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
        return new Cascade(rounds, round, false);
      }
      rounds.add(round);
      at = round.after();
      if (!changes(round)) {
        return new Cascade(rounds, round, true);
      }
    }
    return new Cascade(rounds, runner.run(at, waterfalls), false);
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

  /** How many rows are still over a line. */
  public int still() {
    return over(last);
  }

  /** How many rows might be over a line, and could not be judged. */
  public int unjudged() {
    return last.sweeps().stream().mapToInt(sweep -> sweep.unserved().size()).sum();
  }

  /** Whether nothing is over a line any more. */
  public boolean isCalm() {
    return still() == 0 && unjudged() == 0;
  }

  /** Whether no row came to a fault. */
  public boolean isSound() {
    return sweeps().stream().flatMap(List::stream).allMatch(Sweep::isSound);
  }

  /** What each waterfall did, round by round and in the last judging. */
  List<List<Sweep>> sweeps() {
    List<List<Sweep>> sweeps = new ArrayList<>();
    for (int i = 0; i < last.sweeps().size(); i++) {
      List<Sweep> ofOne = new ArrayList<>();
      for (Sweeps round : rounds) {
        ofOne.add(round.sweeps().get(i));
      }
      ofOne.add(judging(last.sweeps().get(i)));
      sweeps.add(ofOne);
    }
    return sweeps;
  }

  /** A sweep without what came of serving its rows. */
  private static Sweep judging(Sweep sweep) {
    Sweep.Counts counts = sweep.counts();
    return new Sweep(
        sweep.waterfall(),
        new Sweep.Counts(counts.rows(), counts.over(), 0, 0, 0),
        List.of(),
        sweep.steps(),
        sweep.covered(),
        List.of(),
        sweep.unserved(),
        new Sweep.Stop.AtTheEnd(),
        sweep.after());
  }
}
