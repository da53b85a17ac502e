package org.loadline.reference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.loadline.core.Fact;
import org.loadline.core.Program;
import org.loadline.data.Outcome;
import org.loadline.data.RowAt;

/** Keeps every outcome that was worked out, by row and arguments: for rows that never change. */
final class FactMemo implements KnownFacts {
  private static final int WHOLE = -1;

  /** For each fact, what is known by arguments and then by row; made when it is first asked for. */
  private final List<@Nullable Map<List<Outcome>, Map<Integer, Outcome>>> known;

  FactMemo(Program program) {
    known = new ArrayList<>(Collections.nCopies(program.facts().size(), null));
  }

  @Override
  public Optional<Outcome> outcome(Fact fact, Optional<RowAt> row, List<Outcome> arguments) {
    Map<List<Outcome>, Map<Integer, Outcome>> outcomes = known.get(fact.ref().index());
    if (outcomes == null) {
      return Optional.empty();
    }
    Map<Integer, Outcome> rows = outcomes.get(arguments);
    return rows == null ? Optional.empty() : Optional.ofNullable(rows.get(place(row)));
  }

  @Override
  public void keep(Fact fact, Optional<RowAt> row, List<Outcome> arguments, Outcome outcome) {
    int index = fact.ref().index();
    Map<List<Outcome>, Map<Integer, Outcome>> outcomes = known.get(index);
    if (outcomes == null) {
      outcomes = new HashMap<>();
      known.set(index, outcomes);
    }
    outcomes.computeIfAbsent(arguments, first -> new HashMap<>()).put(place(row), outcome);
  }

  private static int place(Optional<RowAt> row) {
    return row.map(RowAt::row).orElse(WHOLE);
  }
}
