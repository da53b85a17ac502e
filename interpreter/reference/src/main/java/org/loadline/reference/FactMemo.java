package org.loadline.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.core.Fact;
import org.loadline.core.Program;
import org.loadline.data.Outcome;
import org.loadline.data.RowAt;

/** The outcomes that facts are known to have, by row and arguments. */
final class FactMemo {
  private static final int WHOLE = -1;

  /** For each fact, what is known by arguments and then by row. */
  private final List<Map<List<Outcome>, Map<Integer, Outcome>>> known = new ArrayList<>();

  FactMemo(Program program) {
    program.facts().forEach(fact -> known.add(new HashMap<>()));
  }

  Optional<Outcome> outcome(Fact fact, Optional<RowAt> row, List<Outcome> arguments) {
    Map<Integer, Outcome> rows = known.get(fact.ref().index()).get(arguments);
    return rows == null ? Optional.empty() : Optional.ofNullable(rows.get(place(row)));
  }

  void keep(Fact fact, Optional<RowAt> row, List<Outcome> arguments, Outcome outcome) {
    known
        .get(fact.ref().index())
        .computeIfAbsent(arguments, first -> new HashMap<>())
        .put(place(row), outcome);
  }

  private static int place(Optional<RowAt> row) {
    return row.map(RowAt::row).orElse(WHOLE);
  }
}
