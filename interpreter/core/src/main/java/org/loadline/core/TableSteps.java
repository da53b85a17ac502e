package org.loadline.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.loadline.model.Table;
import org.loadline.values.Exact;
import org.loadline.values.Value;

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
          if (c.value() instanceof Exact number) {
            bounds.add(number);
          }
        }
        case Table.CellRule.Otherwise c -> {}
      }
    }
    List<Exact> keys = new ArrayList<>();
    Optional<Exact> last = Optional.empty();
    for (Exact bound : bounds) {
      keys.add(last.map(l -> l.plus(bound).dividedBy(Exact.of(2))).orElse(bound.minus(Exact.ONE)));
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

  static boolean takes(Table.CellRule cell, Value key) {
    return switch (cell) {
      case Table.CellRule.Below c -> compare(key, c.bound()) < 0;
      case Table.CellRule.UpTo c -> compare(key, c.bound()) <= 0;
      case Table.CellRule.From c -> isNumber(key) && compare(key, c.bound()) >= 0;
      case Table.CellRule.FromBelow c ->
          isNumber(key) && compare(key, c.from()) >= 0 && compare(key, c.below()) < 0;
      case Table.CellRule.Between c ->
          isNumber(key) && compare(key, c.from()) >= 0 && compare(key, c.to()) <= 0;
      case Table.CellRule.Exactly c -> c.value().equals(key);
      case Table.CellRule.Otherwise c -> true;
    };
  }

  private static boolean isNumber(Value key) {
    return key instanceof Exact;
  }

  /** What is no number is beyond all of them. */
  private static int compare(Value key, Exact bound) {
    return key instanceof Exact number ? number.compareTo(bound) : 1;
  }
}
