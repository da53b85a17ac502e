package org.loadline.engine.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.loadline.model.Table;
import org.loadline.model.Table.CellRule;
import org.loadline.model.Type;
import org.loadline.values.Exact;
import org.loadline.values.Value;

/**
 * What a table whose rows stand in the text makes of known keys. A key is empty if it is a value
 * that no cell names.
 */
final class WrittenRows {
  private final Table table;

  WrittenRows(Table table) {
    this.table = table;
  }

  List<CellRule> cells(int key) {
    if (!(table.keys().get(key).match() instanceof Table.Match.ByCell(List<CellRule> cells))) {
      throw new IllegalArgumentException("not a written key: " + table.keys().get(key).name());
    }
    return cells;
  }

  /** The row that a plain lookup finds. */
  Optional<Integer> row(List<Optional<Value>> keys) {
    Optional<Integer> found = first(keys);
    if (found.isEmpty() && table.symmetric() && keys.size() == 2) {
      found = first(keys.reversed());
    }
    for (int key = 0; key < keys.size() && found.isEmpty() && table.clamp(); key++) {
      found = edge(taking(keys, List.of(key)), key, keys.get(key));
    }
    return found;
  }

  private Optional<Integer> first(List<Optional<Value>> keys) {
    return taking(keys, List.of()).stream().findFirst();
  }

  /** The rows that take all keys but some. */
  List<Integer> taking(List<Optional<Value>> keys, List<Integer> but) {
    return IntStream.range(0, table.written().size())
        .filter(
            row ->
                IntStream.range(0, keys.size())
                    .allMatch(k -> but.contains(k) || takes(cells(k).get(row), keys.get(k))))
        .boxed()
        .toList();
  }

  private static boolean takes(CellRule rule, Optional<Value> key) {
    return switch (rule) {
      case CellRule.Otherwise otherwise -> true;
      case CellRule.Exactly(Value value) -> key.filter(value::equals).isPresent();
      case CellRule.Below(Exact bound) -> number(key).compareTo(bound) < 0;
      case CellRule.UpTo(Exact bound) -> number(key).compareTo(bound) <= 0;
      case CellRule.From(Exact bound) -> number(key).compareTo(bound) >= 0;
      case CellRule.FromBelow(Exact from, Exact below) ->
          number(key).compareTo(from) >= 0 && number(key).compareTo(below) < 0;
      case CellRule.Between(Exact from, Exact to) ->
          number(key).compareTo(from) >= 0 && number(key).compareTo(to) <= 0;
    };
  }

  static Exact number(Optional<Value> key) {
    return (Exact) key.orElseThrow();
  }

  /** The first or last of some rows, if a key lies before or beyond all their stretches. */
  private Optional<Integer> edge(List<Integer> rows, int key, Optional<Value> value) {
    if (rows.isEmpty() || !(table.keys().get(key).type() instanceof Type.Quantity)) {
      return Optional.empty();
    }
    List<CellRule> cells = cells(key);
    int first = rows.getFirst();
    int last = rows.getFirst();
    for (int row : rows) {
      first = startsBefore(cells.get(row), cells.get(first)) ? row : first;
      last = endsAfter(cells.get(row), cells.get(last)) ? row : last;
    }
    if (from(cells.get(first)).filter(least -> number(value).compareTo(least) < 0).isPresent()) {
      return Optional.of(first);
    }
    return to(cells.get(last)).filter(most -> number(value).compareTo(most) >= 0).isPresent()
        ? Optional.of(last)
        : Optional.empty();
  }

  private static boolean startsBefore(CellRule left, CellRule right) {
    Optional<Exact> start = from(left);
    return from(right).filter(r -> start.isEmpty() || start.get().compareTo(r) < 0).isPresent();
  }

  private static boolean endsAfter(CellRule left, CellRule right) {
    Optional<Exact> end = to(left);
    return to(right).filter(r -> end.isEmpty() || end.get().compareTo(r) > 0).isPresent();
  }

  /** Where a cell starts, if it says so. */
  static Optional<Exact> from(CellRule rule) {
    return switch (rule) {
      case CellRule.Below r -> Optional.empty();
      case CellRule.UpTo r -> Optional.empty();
      case CellRule.From(Exact bound) -> Optional.of(bound);
      case CellRule.FromBelow(Exact from, Exact below) -> Optional.of(from);
      case CellRule.Between(Exact from, Exact to) -> Optional.of(from);
      case CellRule.Exactly(Value value) -> point(value);
      case CellRule.Otherwise r -> Optional.empty();
    };
  }

  /** Where a cell ends, if it says so. */
  static Optional<Exact> to(CellRule rule) {
    return switch (rule) {
      case CellRule.Below(Exact bound) -> Optional.of(bound);
      case CellRule.UpTo(Exact bound) -> Optional.of(bound);
      case CellRule.From r -> Optional.empty();
      case CellRule.FromBelow(Exact from, Exact below) -> Optional.of(below);
      case CellRule.Between(Exact from, Exact to) -> Optional.of(to);
      case CellRule.Exactly(Value value) -> point(value);
      case CellRule.Otherwise r -> Optional.empty();
    };
  }

  static Optional<Exact> point(Value value) {
    return value instanceof Exact number ? Optional.of(number) : Optional.empty();
  }

  /** The numbers and other values that the cells of a key name. */
  List<Value> named(int key) {
    List<Value> named = new ArrayList<>();
    for (CellRule rule : cells(key)) {
      if (rule instanceof CellRule.Exactly(Value value)) {
        named.add(value);
      } else {
        from(rule).ifPresent(named::add);
        to(rule).ifPresent(named::add);
      }
    }
    return named.stream().distinct().toList();
  }

  /** A cell of a row. */
  Optional<Exact> cell(int row, int column) {
    return point(table.written().get(row).get(column));
  }
}
