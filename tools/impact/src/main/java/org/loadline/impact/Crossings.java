package org.loadline.impact;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.loadline.core.Waterfall;
import org.loadline.data.Outcome;
import org.loadline.data.OutputColumn;
import org.loadline.model.EntityRef;
import org.loadline.values.Flag;

/** Finds the rows that cross the lines of the waterfalls that both policies have. */
final class Crossings {
  /** How many rows are named. */
  private static final int NAMED = 20;

  private final OneRun before;
  private final OneRun after;
  private final Rows rows;
  private final List<Pair> totals;

  Crossings(OneRun before, OneRun after, Rows rows, List<Pair> totals) {
    this.before = before;
    this.after = after;
    this.rows = rows;
    this.totals = totals;
  }

  List<Crossing> all(Names names) {
    List<Crossing> all = new ArrayList<>();
    for (Waterfall waterfall : after.program().waterfalls()) {
      Optional<OutputColumn> is = after.line(waterfall.name());
      Optional<OutputColumn> was =
          before.program().waterfalls().stream()
              .filter(old -> names.waterfall(old.name()).equals(waterfall.name()))
              .filter(old -> names.entity(old.owner().name()).equals(waterfall.owner().name()))
              .findFirst()
              .flatMap(old -> before.line(old.name()));
      if (is.isPresent() && was.isPresent()) {
        all.add(of(waterfall, was.get(), is.get()));
      }
    }
    return all;
  }

  private Crossing of(Waterfall waterfall, OutputColumn was, OutputColumn is) {
    EntityRef owner = waterfall.owner();
    BitSet over = over(was);
    BitSet overNow = over(is);
    BitSet newly = new BitSet();
    BitSet newlyOld = new BitSet();
    BitSet back = new BitSet();
    BitSet backOld = new BitSet();
    for (int row = 0; row < is.size(); row++) {
      OptionalInt old = rows.old(Optional.of(owner), row);
      boolean overBefore = old.isPresent() && over.get(old.getAsInt());
      if (overNow.get(row) && !overBefore) {
        newly.set(row);
        old.ifPresent(newlyOld::set);
      } else if (overBefore && !overNow.get(row)) {
        back.set(row);
        old.ifPresent(backOld::set);
      }
    }
    return new Crossing(
        waterfall.name(),
        owner.name(),
        over.cardinality(),
        overNow.cardinality(),
        crossed(owner, newlyOld, newly),
        crossed(owner, backOld, back));
  }

  private Crossing.Crossed crossed(EntityRef owner, BitSet old, BitSet now) {
    if (now.isEmpty()) {
      return Crossing.Crossed.NONE;
    }
    List<Pair> own =
        totals.stream()
            .filter(p -> p.isInBoth() && p.output().owner().equals(Optional.of(owner)))
            .toList();
    return new Crossing.Crossed(
        now.cardinality(),
        now.stream().limit(NAMED).mapToObj(row -> after.snapshot().identity(owner, row)).toList(),
        Totals.of(own, before, after, old::get, now::get));
  }

  /** The rows over a line; a row whose guard is a fault is not. */
  static BitSet over(OutputColumn line) {
    BitSet over = new BitSet(line.size());
    for (int row = 0; row < line.size(); row++) {
      if (line.outcome(row) instanceof Outcome.Known(Flag(boolean holds)) && holds) {
        over.set(row);
      }
    }
    return over;
  }
}
