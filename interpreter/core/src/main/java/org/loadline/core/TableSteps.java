package org.loadline.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.loadline.model.Table;
import org.loadline.values.Exact;

/** The rows of a written table that keys from below to above lead to. */
final class TableSteps {
  private TableSteps() {}

  /** Whether every key finds a row. */
  static boolean isTotal(Table table) {
    return table.keys().stream()
        .allMatch(
            k ->
                k.match() instanceof Table.Match.ByCell by
                    && by.cells().stream().anyMatch(c -> c instanceof Table.CellRule.Otherwise));
  }

  /** How the number of the row moves when the key rises. */
  static Trend order(Table table) {
    if (table.keys().size() != 1
        || table.owner().isPresent()
        || !(table.keys().getFirst().match() instanceof Table.Match.ByCell by)) {
      return Trend.UNKNOWN;
    }
    Trend trend = Trend.SAME;
    Optional<Integer> before = Optional.empty();
    for (Exact key : keys(by.cells())) {
      Optional<Integer> row = row(by.cells(), key);
      if (row.isPresent() && before.isPresent()) {
        int step = row.get().compareTo(before.get());
        trend = trend.or(step == 0 ? Trend.SAME : step > 0 ? Trend.RISES : Trend.FALLS);
      }
      if (row.isPresent()) {
        before = row;
      }
    }
    return trend;
  }

  /** A key at each bound, between each two, and beyond them. */
  static List<Exact> keys(List<Table.CellRule> cells) {
    TreeSet<Exact> bounds = new TreeSet<>();
    for (Table.CellRule cell : cells) {
      switch (cell) {
        case Table.CellRule.Below c -> bounds.add(c.bound());
        case Table.CellRule.UpTo c -> bounds.add(c.bound());
        case Table.CellRule.From c -> bounds.add(c.bound());
        case Table.CellRule.FromBelow c -> {
          bounds.add(c.from());
          bounds.add(c.below());
        }
        case Table.CellRule.Between c -> {
          bounds.add(c.from());
          bounds.add(c.to());
        }
        case Table.CellRule.Exactly c -> {
          if (KnownRanges.of(c.value()).least().isPresent()) {
            bounds.add(KnownRanges.of(c.value()).least().orElseThrow());
          }
        }
        case Table.CellRule.Otherwise c -> {}
      }
    }
    List<Exact> keys = new ArrayList<>();
    Optional<Exact> last = Optional.empty();
    for (Exact bound : bounds) {
      keys.add(
          last.map(l -> l.plus(bound).dividedBy(Exact.of(2))).orElse(bound.minus(Exact.ONE)));
      keys.add(bound);
      last = Optional.of(bound);
    }
    keys.add(last.map(l -> l.plus(Exact.ONE)).orElse(Exact.ZERO));
    return keys;
  }

  /** The first row that takes a key. */
  static Optional<Integer> row(List<Table.CellRule> cells, Exact key) {
    for (int i = 0; i < cells.size(); i++) {
      if (takes(cells.get(i), key)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private static boolean takes(Table.CellRule cell, Exact key) {
    return switch (cell) {
      case Table.CellRule.Below c -> key.compareTo(c.bound()) < 0;
      case Table.CellRule.UpTo c -> key.compareTo(c.bound()) <= 0;
      case Table.CellRule.From c -> key.compareTo(c.bound()) >= 0;
      case Table.CellRule.FromBelow c ->
          key.compareTo(c.from()) >= 0 && key.compareTo(c.below()) < 0;
      case Table.CellRule.Between c -> key.compareTo(c.from()) >= 0 && key.compareTo(c.to()) <= 0;
      case Table.CellRule.Exactly c ->
          KnownRanges.of(c.value()).least().filter(key::equals).isPresent();
      case Table.CellRule.Otherwise c -> true;
    };
  }
}
