package org.loadline.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.loadline.core.Fact;
import org.loadline.core.FactRef;
import org.loadline.core.Program;
import org.loadline.data.DeclaredState;
import org.loadline.data.Outcome;
import org.loadline.data.ParamValues;
import org.loadline.data.RowAt;
import org.loadline.data.Snapshot;
import org.loadline.model.EntityRef;

/**
 * The states of a snapshot as it came: no waterfall changes them.
 *
 * <p>Rows are known by their identity, since a waterfall may add some. One that is added has no
 * state yet; what it would start with is worked out as it stands.
 */
final class StartingStates {
  private final Set<FactRef> states;
  private final Snapshot start;
  private final Evaluation evaluation;
  private final Map<EntityRef, Map<String, Integer>> places = new HashMap<>();

  StartingStates(Program program, Snapshot start, ParamValues params, Meter meter) {
    this.states = of(program);
    this.start = start;
    this.evaluation = new Evaluation(program, start, params, meter);
  }

  /** The facts of a program that are states. */
  static Set<FactRef> of(Program program) {
    return DeclaredState.of(program).stream()
        .map(DeclaredState::fact)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether these are rows as they came. */
  boolean isOf(Snapshot snapshot) {
    return snapshot == start;
  }

  /** What is known of the rows that a snapshot has by now: of states this, of the rest that. */
  KnownFacts over(KnownFacts others, Snapshot now) {
    if (states.isEmpty()) {
      return others;
    }
    return new KnownFacts() {
      @Override
      public Optional<Outcome> outcome(Fact fact, Optional<RowAt> row, List<Outcome> arguments) {
        return states.contains(fact.ref())
            ? then(row, now)
                .map(before -> evaluation.fact(fact.ref(), before))
                .or(() -> others.outcome(fact, row, arguments))
            : others.outcome(fact, row, arguments);
      }

      @Override
      public void keep(Fact fact, Optional<RowAt> row, List<Outcome> arguments, Outcome outcome) {
        others.keep(fact, row, arguments, outcome);
      }
    };
  }

  /** The row as it was called at the start; empty if it was not there. */
  private Optional<Optional<RowAt>> then(Optional<RowAt> row, Snapshot now) {
    if (row.isEmpty()) {
      return Optional.of(row);
    }
    RowAt at = row.get();
    Integer place =
        places.computeIfAbsent(at.entity(), this::places).get(now.identity(at.entity(), at.row()));
    return place == null
        ? Optional.empty()
        : Optional.of(Optional.of(new RowAt(at.entity(), place)));
  }

  private Map<String, Integer> places(EntityRef entity) {
    Map<String, Integer> found = new HashMap<>();
    for (int row = 0; row < start.rowCount(entity); row++) {
      found.put(start.identity(entity, row), row);
    }
    return found;
  }
}
