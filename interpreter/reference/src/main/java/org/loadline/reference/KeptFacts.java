package org.loadline.reference;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.core.Fact;
import org.loadline.core.FactRef;
import org.loadline.core.Program;
import org.loadline.data.Outcome;
import org.loadline.data.OutputColumn;
import org.loadline.data.Results;
import org.loadline.data.RowAt;

/**
 * Outcomes of facts on rows that change: what an evaluator worked out for all rows at the start,
 * and what was worked out since, each until it is dropped.
 */
final class KeptFacts implements KnownFacts {
  private static final int WHOLE = 0;

  private final List<OfFact> facts = new ArrayList<>();

  /** What is known of one fact. */
  private static final class OfFact {
    private Optional<OutputColumn> start = Optional.empty();
    private final BitSet outdated = new BitSet();
    private boolean allOutdated;
    private final Map<Integer, Map<List<Outcome>, Outcome>> since = new HashMap<>();

    private Optional<Outcome> outcome(int row, List<Outcome> arguments) {
      Map<List<Outcome>, Outcome> known = since.get(row);
      if (known != null && known.get(arguments) instanceof Outcome outcome) {
        return Optional.of(outcome);
      }
      return arguments.isEmpty() && start.isPresent() && !allOutdated && !outdated.get(row)
          ? Optional.of(start.get().outcome(row))
          : Optional.empty();
    }

    /** Whether somebody may have read it since it was last dropped. */
    private boolean drop(int row) {
      boolean fresh = since.remove(row) != null || !allOutdated && !outdated.get(row);
      outdated.set(row);
      return fresh;
    }

    private boolean dropAll() {
      boolean fresh = !since.isEmpty() || !allOutdated;
      since.clear();
      allOutdated = true;
      return fresh;
    }
  }

  KeptFacts(Program program) {
    program.facts().forEach(fact -> facts.add(new OfFact()));
  }

  /** Takes what an evaluator gave for some facts. */
  void start(Results results) {
    for (OutputColumn column : results.columns()) {
      facts.get(column.output().fact().index()).start = Optional.of(column);
    }
  }

  @Override
  public Optional<Outcome> outcome(Fact fact, Optional<RowAt> row, List<Outcome> arguments) {
    return facts.get(fact.ref().index()).outcome(place(row), arguments);
  }

  @Override
  public void keep(Fact fact, Optional<RowAt> row, List<Outcome> arguments, Outcome outcome) {
    facts
        .get(fact.ref().index())
        .since
        .computeIfAbsent(place(row), first -> new HashMap<>(2))
        .put(arguments, outcome);
  }

  /** A row's outcome is outdated; whether somebody may have read it since it last was. */
  boolean drop(FactRef fact, int row) {
    return facts.get(fact.index()).drop(row);
  }

  /** The outcomes of all rows are outdated. */
  boolean dropAll(FactRef fact) {
    return facts.get(fact.index()).dropAll();
  }

  /** Nothing is known any more. */
  void reset() {
    facts.forEach(OfFact::dropAll);
  }

  private static int place(Optional<RowAt> row) {
    return row.map(RowAt::row).orElse(WHOLE);
  }
}
