package org.loadline.impact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.loadline.data.Fault;
import org.loadline.data.Outcome;
import org.loadline.data.OutputColumn;
import org.loadline.source.Diagnostic;

/** Collects the faults of a run, those of one reason at one place together. */
final class FaultNotes {
  /** How many rows are named. */
  private static final int NAMED = 5;

  private FaultNotes() {}

  private record Origin(String code, String place) {}

  private static final class Collecting {
    private final String fact;
    private final Diagnostic what;
    private final Set<String> rows = new LinkedHashSet<>();

    Collecting(String fact, Diagnostic what) {
      this.fact = fact;
      this.what = what;
    }
  }

  static List<FaultNote> of(OneRun run, FaultNote.Policy policy) {
    Map<Origin, Collecting> origins = new LinkedHashMap<>();
    for (OutputColumn column : run.columns()) {
      for (int row = 0; row < column.size(); row++) {
        if (column.outcome(row) instanceof Outcome.Faulted(Fault fault)) {
          String fact =
              fault.definition().map(d -> d.name()).orElseGet(() -> OneRun.name(column.output()));
          origins
              .computeIfAbsent(
                  new Origin(fault.what().code().code(), fault.what().span().place()),
                  o -> new Collecting(fact, fault.what()))
              .rows
              .add(named(run, column, row, fault));
        }
      }
    }
    List<FaultNote> notes = new ArrayList<>();
    for (Collecting origin : origins.values()) {
      notes.add(
          new FaultNote(
              policy,
              origin.fact,
              origin.what,
              origin.rows.size(),
              origin.rows.stream().limit(NAMED).toList()));
    }
    return notes;
  }

  /** The row in which it happened, {@code account alice}; empty if it was in none. */
  private static String named(OneRun run, OutputColumn column, int row, Fault fault) {
    return fault
        .row()
        .map(at -> at.entity().name() + " " + run.snapshot().identity(at.entity(), at.row()))
        .or(
            () ->
                column
                    .output()
                    .owner()
                    .map(owner -> owner.name() + " " + run.snapshot().identity(owner, row)))
        .orElse("");
  }
}
