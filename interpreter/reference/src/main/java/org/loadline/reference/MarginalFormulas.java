package org.loadline.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.loadline.core.Expr;
import org.loadline.data.FaultProblem;
import org.loadline.data.RowAt;
import org.loadline.model.Table;
import org.loadline.model.Type;
import org.loadline.values.Exact;
import org.loadline.values.Value;

/**
 * Marginal tables: the sum of each row's cell times its slice of [0, key].
 *
 * <p>One key is cut into slices, the others choose rows as in a plain lookup. A key below zero, or
 * a part of [0, key] that no row covers, is the lookup's own failure; with {@code clamp} the first
 * row reaches down to zero and the key stops at the end of the last. Of [0, 0] nothing is charged,
 * whatever the rows.
 */
final class MarginalFormulas {
  private final TableRows tables;

  /** A row's stretch of the key, from at least zero; no end is without limit. */
  private record Slice(RowAt row, Exact from, Optional<Exact> to) {}

  /** A row whose cell is charged on some of the key. */
  record Charged(RowAt row, Exact slice) {}

  MarginalFormulas(TableRows tables) {
    this.tables = tables;
  }

  Value sum(Expr.Marginal e, Frame frame) {
    TableRows.Asked asked = tables.ask(e, e.table(), e.owner(), e.keys(), frame);
    Exact sum = Exact.ZERO;
    for (Charged charged : charged(asked)) {
      Exact rate = (Exact) tables.cell(asked, charged.row(), e.column());
      sum = sum.plus(rate.times(charged.slice()));
    }
    return tables.limited(asked, sum);
  }

  /** The rows that are charged, from zero up, each with its slice. */
  List<Charged> charged(Expr.Marginal e, Frame frame) {
    return charged(tables.ask(e, e.table(), e.owner(), e.keys(), frame));
  }

  private List<Charged> charged(TableRows.Asked asked) {
    int key = slicedKey(asked.table());
    Exact to = (Exact) asked.values().get(key);
    if (to.signum() < 0) {
      throw tables.failure(asked, FaultProblem.MARGINAL_BELOW_ZERO);
    }
    List<Charged> charged = new ArrayList<>();
    Exact covered = Exact.ZERO;
    for (Slice slice : slices(asked, key)) {
      Exact end = slice.to().map(to::min).orElse(to);
      if (end.compareTo(covered) > 0) {
        if (slice.from().compareTo(covered) > 0) {
          throw tables.failure(asked, FaultProblem.MARGINAL_NOT_COVERED);
        }
        charged.add(new Charged(slice.row(), end.minus(covered)));
        covered = end;
      }
    }
    boolean clamped = asked.table().clamp() && !charged.isEmpty();
    if (covered.compareTo(to) < 0 && !clamped) {
      throw tables.failure(asked, FaultProblem.MARGINAL_NOT_COVERED);
    }
    return charged;
  }

  private List<Slice> slices(TableRows.Asked asked, int key) {
    List<RowAt> rows = new ArrayList<>();
    for (RowAt row : asked.rows()) {
      boolean takes = true;
      for (int other = 0; other < asked.values().size() && takes; other++) {
        takes = other == key || tables.takes(asked, row, other);
      }
      if (takes) {
        rows.add(row);
      }
    }
    List<Slice> slices =
        switch (asked.table().keys().get(key).match()) {
          case Table.Match.ByCell(var cells) -> written(rows, cells);
          case Table.Match.FromBound(int field) -> fromBounds(asked, rows, field);
          case Table.Match.Equal equal -> List.of();
        };
    return asked.table().clamp() ? reachingZero(slices) : slices;
  }

  /** Rows tried from the top: a row takes what no row above it takes. */
  private static List<Slice> written(List<RowAt> rows, List<Table.CellRule> cells) {
    List<Slice> slices = new ArrayList<>();
    for (RowAt row : rows) {
      Table.CellRule cell = cells.get(row.row());
      slices.add(
          new Slice(
              row, Brackets.from(cell).orElse(Exact.ZERO).max(Exact.ZERO), Brackets.to(cell)));
    }
    return slices;
  }

  private List<Slice> fromBounds(TableRows.Asked asked, List<RowAt> rows, int field) {
    List<Slice> starts = new ArrayList<>();
    for (RowAt row : rows) {
      Optional<Exact> bound = tables.lowerBound(asked, row, field);
      starts.add(new Slice(row, bound.orElse(Exact.ZERO).max(Exact.ZERO), bound));
    }
    // Here the end still holds the bound itself: no bound first, then by size.
    starts.sort(
        Comparator.comparing((Slice s) -> s.to().isPresent())
            .thenComparing(s -> s.to().orElse(Exact.ZERO)));
    List<Slice> slices = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      Optional<Exact> end = i + 1 < starts.size() ? starts.get(i + 1).to() : Optional.empty();
      slices.add(new Slice(starts.get(i).row(), starts.get(i).from(), end));
    }
    return slices;
  }

  private static List<Slice> reachingZero(List<Slice> slices) {
    List<Slice> reaching = new ArrayList<>(slices);
    if (!reaching.isEmpty()) {
      Slice first = reaching.removeFirst();
      reaching.addFirst(new Slice(first.row(), Exact.ZERO, first.to()));
    }
    return reaching;
  }

  private static int slicedKey(Table table) {
    int last = -1;
    for (int key = 0; key < table.keys().size(); key++) {
      boolean number = table.keys().get(key).type().present() instanceof Type.Quantity;
      boolean stretches =
          switch (table.keys().get(key).match()) {
            case Table.Match.ByCell(var cells) -> cells.stream().anyMatch(Brackets::isStretch);
            case Table.Match.FromBound bound -> true;
            case Table.Match.Equal equal -> false;
          };
      if (number && stretches) {
        return key;
      }
      last = number ? key : last;
    }
    return last;
  }
}
