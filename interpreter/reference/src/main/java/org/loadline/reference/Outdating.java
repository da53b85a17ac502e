package org.loadline.reference;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.loadline.core.FactRef;
import org.loadline.data.ChangedCell;
import org.loadline.data.RowAt;
import org.loadline.data.Snapshot;
import org.loadline.model.EntityRef;

/** Drops whatever depends on cells that change, and collects the rows that must be judged again. */
final class Outdating {
  private final Dependencies dependencies;
  private final Snapshot snapshot;
  private final KeptFacts facts;
  private final RunningTotals totals;
  private final Candidates candidates;
  private final Deque<Outdated> ahead = new ArrayDeque<>();
  private final Set<Optional<RowAt>> toJudge = new LinkedHashSet<>();

  /** Something outdated at a row, or at all rows. */
  private record Outdated(Dependencies.Node node, Optional<Integer> row) {}

  Outdating(
      Dependencies dependencies,
      Snapshot snapshot,
      KeptFacts facts,
      RunningTotals totals,
      Candidates candidates) {
    this.dependencies = dependencies;
    this.snapshot = snapshot;
    this.facts = facts;
    this.totals = totals;
    this.candidates = candidates;
  }

  /** Drops what depends on the cells; the rows (or the whole) whose soundness may change. */
  Set<Optional<RowAt>> by(Iterable<ChangedCell> cells) {
    toJudge.clear();
    for (ChangedCell cell : cells) {
      for (Dependencies.Reader reader : dependencies.readers(Dependencies.Input.of(cell))) {
        reach(reader, Optional.of(cell.row()));
      }
    }
    while (!ahead.isEmpty()) {
      Outdated next = ahead.removeLast();
      for (Dependencies.Reader reader : dependencies.readers(next.node())) {
        reach(reader, next.row());
      }
    }
    return new LinkedHashSet<>(toJudge);
  }

  private void reach(Dependencies.Reader reader, Optional<Integer> row) {
    if (row.isPresent() && reader.route() instanceof Route.Along(List<Route.Step> steps)) {
      for (int at : Route.back(steps, row.get(), snapshot)) {
        drop(reader.node(), Optional.of(at));
      }
    } else {
      drop(reader.node(), Optional.empty());
    }
  }

  private void drop(Dependencies.Node node, Optional<Integer> row) {
    boolean fresh =
        switch (node) {
          case Dependencies.Node.OfFact(FactRef fact) ->
              row.isPresent() ? facts.drop(fact, row.get()) : facts.dropAll(fact);
          case Dependencies.Node.Total total ->
              row.isPresent() ? totals.drop(total, row.get()) : totals.dropAll(total);
          case Dependencies.Node.OverLine over -> {
            candidates.drop(row);
            yield false;
          }
          case Dependencies.Node.Sound(Optional<EntityRef> entity) -> {
            judge(entity, row);
            yield false;
          }
          case Dependencies.Node.Entry entry -> false;
        };
    if (fresh) {
      ahead.add(new Outdated(node, row));
    }
  }

  private void judge(Optional<EntityRef> entity, Optional<Integer> row) {
    if (entity.isEmpty()) {
      toJudge.add(Optional.empty());
      return;
    }
    List<Integer> rows = new ArrayList<>();
    row.ifPresentOrElse(
        rows::add,
        () -> {
          for (int at = 0; at < snapshot.rowCount(entity.get()); at++) {
            rows.add(at);
          }
        });
    rows.forEach(at -> toJudge.add(Optional.of(new RowAt(entity.get(), at))));
  }
}
