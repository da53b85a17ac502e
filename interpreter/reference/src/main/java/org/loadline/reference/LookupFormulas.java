package org.loadline.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.core.Expr;
import org.loadline.data.FaultProblem;
import org.loadline.data.RowAt;
import org.loadline.model.Table;
import org.loadline.model.Type;
import org.loadline.values.Exact;
import org.loadline.values.RowNumber;
import org.loadline.values.Value;

/**
 * Plain lookups: the first row that takes every key.
 *
 * <p>Rows are tried from the top. Among rows with lower bounds it is the one with the greatest
 * bound that is not above the key. Of a symmetric table the keys are tried as given, then
 * exchanged.
 */
final class LookupFormulas {
  private final TableRows tables;

  LookupFormulas(TableRows tables) {
    this.tables = tables;
  }

  Value row(Expr.Lookup e, Frame frame) {
    TableRows.Asked asked = tables.ask(e, e.table(), e.owner(), e.keys(), frame);
    Optional<RowAt> found = find(asked);
    if (found.isEmpty() && asked.symmetric()) {
      found = find(asked.exchanged());
    }
    if (found.isEmpty() && asked.table().clamp()) {
      found = atTheEdge(asked);
    }
    return new RowNumber(
        found.orElseThrow(() -> tables.failure(asked, FaultProblem.NO_ROW_TAKES_KEY)).row());
  }

  private Optional<RowAt> find(TableRows.Asked asked) {
    List<RowAt> rows = asked.rows();
    for (int key = 0; key < asked.values().size(); key++) {
      rows = narrowed(asked, rows, key);
    }
    for (int key = 0; key < asked.values().size(); key++) {
      if (asked.table().keys().get(key).match() instanceof Table.Match.FromBound(int field)) {
        rows = started(asked, rows, field, asked.values().get(key));
      }
    }
    return rows.stream().findFirst();
  }

  private List<RowAt> narrowed(TableRows.Asked asked, List<RowAt> rows, int key) {
    List<RowAt> taking = new ArrayList<>();
    for (RowAt row : rows) {
      if (tables.takes(asked, row, key)) {
        taking.add(row);
      }
    }
    return taking;
  }

  /** The rows with the greatest lower bound that is not above the key. */
  private List<RowAt> started(TableRows.Asked asked, List<RowAt> rows, int field, Value key) {
    List<RowAt> best = new ArrayList<>();
    Optional<Exact> greatest = Optional.empty();
    for (RowAt row : rows) {
      Optional<Exact> bound = tables.lowerBound(asked, row, field);
      boolean started = bound.isEmpty() || Ranking.compare(bound.get(), key) <= 0;
      if (started) {
        int order = best.isEmpty() ? 1 : compareBounds(bound, greatest);
        if (order > 0) {
          best.clear();
          greatest = bound;
        }
        if (order >= 0) {
          best.add(row);
        }
      }
    }
    return best;
  }

  private static int compareBounds(Optional<Exact> left, Optional<Exact> right) {
    if (left.isEmpty() || right.isEmpty()) {
      return Boolean.compare(left.isPresent(), right.isPresent());
    }
    return left.get().compareTo(right.get());
  }

  /**
   * The row at the nearest edge, where a key lies before or beyond all stretches of its column; the
   * other keys must be taken.
   */
  private Optional<RowAt> atTheEdge(TableRows.Asked asked) {
    for (int key = 0; key < asked.values().size(); key++) {
      List<RowAt> rows = asked.rows();
      for (int other = 0; other < asked.values().size(); other++) {
        rows = other == key ? rows : narrowed(asked, rows, other);
      }
      Optional<RowAt> edge = edge(asked, rows, key);
      if (edge.isPresent()) {
        return edge;
      }
    }
    return Optional.empty();
  }

  private Optional<RowAt> edge(TableRows.Asked asked, List<RowAt> rows, int key) {
    if (rows.isEmpty() || !(asked.table().keys().get(key).type() instanceof Type.Quantity)) {
      return Optional.empty();
    }
    Value value = asked.values().get(key);
    RowAt first = rows.getFirst();
    RowAt last = rows.getFirst();
    for (RowAt row : rows) {
      first = compareBounds(from(asked, row, key), from(asked, first, key)) < 0 ? row : first;
      last = compareEnds(to(asked, row, key), to(asked, last, key)) > 0 ? row : last;
    }
    Optional<Exact> least = from(asked, first, key);
    Optional<Exact> most = to(asked, last, key);
    if (least.isPresent() && Ranking.compare(value, least.get()) < 0) {
      return Optional.of(first);
    }
    return most.isPresent() && Ranking.compare(value, most.get()) >= 0
        ? Optional.of(last)
        : Optional.empty();
  }

  /** No end lies above every end. */
  private static int compareEnds(Optional<Exact> left, Optional<Exact> right) {
    if (left.isEmpty() || right.isEmpty()) {
      return Boolean.compare(left.isEmpty(), right.isEmpty());
    }
    return left.get().compareTo(right.get());
  }

  private Optional<Exact> from(TableRows.Asked asked, RowAt row, int key) {
    return switch (asked.table().keys().get(key).match()) {
      case Table.Match.ByCell(var cells) -> Brackets.from(cells.get(row.row()));
      case Table.Match.FromBound(int field) -> tables.lowerBound(asked, row, field);
      case Table.Match.Equal equal -> Optional.empty();
    };
  }

  private static Optional<Exact> to(TableRows.Asked asked, RowAt row, int key) {
    return switch (asked.table().keys().get(key).match()) {
      case Table.Match.ByCell(var cells) -> Brackets.to(cells.get(row.row()));
      case Table.Match.FromBound bound -> Optional.empty();
      case Table.Match.Equal equal -> Optional.empty();
    };
  }
}
