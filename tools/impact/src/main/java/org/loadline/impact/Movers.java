package org.loadline.impact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import org.loadline.data.Outcome;
import org.loadline.data.OutputColumn;
import org.loadline.diff.Difference;
import org.loadline.model.EntityRef;
import org.loadline.values.Exact;

/** Finds the rows whose first requirement or allowance changes most. */
final class Movers {
  /** How many are shown. */
  private static final int MOST = 5;

  private final OneRun before;
  private final OneRun after;
  private final Rows rows;
  private final Difference difference;

  Movers(OneRun before, OneRun after, Rows rows, Difference difference) {
    this.difference = difference;
    this.before = before;
    this.after = after;
    this.rows = rows;
  }

  /** A row and how it moves; {@code old} and {@code row} are its places in the two books. */
  private record Moving(int old, int row, Shift amount) {
    Exact size() {
      return amount.change().abs();
    }
  }

  /**
   * The biggest first, ties in the order of identity: of the first output that moves at all, among
   * the totals if these have one.
   */
  List<Mover> of(List<Pair> totals, List<Pair> reported) {
    for (Pair pair : Stream.concat(totals.stream(), reported.stream()).toList()) {
      if (pair.isInBoth() && pair.isNumber() && pair.output().owner().isPresent()) {
        List<Moving> moving = biggest(pair);
        if (!moving.isEmpty()) {
          Causes causes = new Causes(before, after, difference);
          return moving.stream().map(m -> mover(pair, m, causes)).toList();
        }
      }
    }
    return List.of();
  }

  private List<Moving> biggest(Pair pair) {
    OutputColumn was = pair.before().orElseThrow();
    OutputColumn is = pair.after().orElseThrow();
    Comparator<Moving> least =
        Comparator.comparing(Moving::size).thenComparing(Moving::row, Comparator.reverseOrder());
    PriorityQueue<Moving> kept = new PriorityQueue<>(least);
    for (int row = 0; row < is.size(); row++) {
      OptionalInt old = rows.old(is.output().owner(), row);
      if (old.isPresent()
          && was.outcome(old.getAsInt()) instanceof Outcome.Known(Exact then)
          && is.outcome(row) instanceof Outcome.Known(Exact now)
          && !then.equals(now)) {
        kept.add(new Moving(old.getAsInt(), row, new Shift(then, now)));
        if (kept.size() > MOST) {
          kept.poll();
        }
      }
    }
    List<Moving> biggest = new ArrayList<>(kept);
    biggest.sort(least.reversed());
    return biggest;
  }

  private Mover mover(Pair pair, Moving moving, Causes causes) {
    OutputColumn is = pair.after().orElseThrow();
    EntityRef owner = is.output().owner().orElseThrow();
    Optional<Adds> unit = Adds.of(is.output(), after.program(), after.snapshot());
    return new Mover(
        owner.name(),
        after.snapshot().identity(owner, moving.row()),
        pair.name(),
        unit.map(u -> u.unit(moving.row())).orElse(""),
        moving.amount(),
        causes.of(pair.before().orElseThrow().output(), moving.old(), is.output(), moving.row()));
  }
}
