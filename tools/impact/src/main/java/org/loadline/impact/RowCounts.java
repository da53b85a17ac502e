package org.loadline.impact;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.loadline.data.Outcome;
import org.loadline.data.OutputColumn;
import org.loadline.model.EntityRef;

/** Counts the rows that come out otherwise. */
final class RowCounts {
  private RowCounts() {}

  private static final class Collecting {
    private final BitSet changed = new BitSet();
    private final BitSet faultsBefore = new BitSet();
    private final BitSet faultsAfter = new BitSet();
  }

  /** By entity, in the order of the report. */
  static List<RowCount> of(List<Pair> pairs, OneRun before, OneRun after, Rows rows) {
    Map<EntityRef, Collecting> entities = new LinkedHashMap<>();
    for (Pair pair : pairs) {
      if (pair.isInBoth() && pair.output().owner().isPresent()) {
        EntityRef owner = pair.output().owner().get();
        compare(pair, before, after, rows, entities.computeIfAbsent(owner, o -> new Collecting()));
      }
    }
    List<RowCount> counts = new ArrayList<>();
    entities.forEach(
        (entity, all) -> {
          int size = after.rows(Optional.of(entity));
          int changed = all.changed.cardinality();
          counts.add(
              new RowCount(
                  entity.name(),
                  size,
                  size - changed,
                  changed,
                  all.faultsBefore.cardinality(),
                  all.faultsAfter.cardinality()));
        });
    return counts;
  }

  private static void compare(Pair pair, OneRun before, OneRun after, Rows rows, Collecting all) {
    OutputColumn was = pair.before().orElseThrow();
    OutputColumn is = pair.after().orElseThrow();
    SameValue same = SameValue.of(was, before, is, after);
    for (int row = 0; row < is.size(); row++) {
      Outcome now = is.outcome(row);
      if (now instanceof Outcome.Faulted) {
        all.faultsAfter.set(row);
      }
      OptionalInt old = rows.old(is.output().owner(), row);
      if (old.isEmpty()) {
        all.changed.set(row);
        continue;
      }
      Outcome then = was.outcome(old.getAsInt());
      if (then instanceof Outcome.Faulted) {
        all.faultsBefore.set(row);
      }
      if (!same.of(then, now)) {
        all.changed.set(row);
      }
    }
  }
}
