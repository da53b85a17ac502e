package org.loadline.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.loadline.model.Table;
import org.loadline.values.Value;

/** A written table with other rows. */
final class TableRows {
  private TableRows() {}

  /** Without a row, counted from 0. */
  static Table without(Table table, int row) {
    return with(table, cells -> removed(cells, row), written -> removed(written, row));
  }

  /** With a row in another place. */
  static Table moved(Table table, int from, int to) {
    return with(table, cells -> moved(cells, from, to), written -> moved(written, from, to));
  }

  /** With what another table of the same rows says of the keys of a row. */
  static Table withKeysOf(Table table, Table other, int row) {
    List<Table.Key> keys = new ArrayList<>();
    for (int i = 0; i < table.keys().size(); i++) {
      Table.Key key = table.keys().get(i);
      keys.add(
          key.match() instanceof Table.Match.ByCell a
                  && other.keys().get(i).match() instanceof Table.Match.ByCell b
              ? new Table.Key(
                  key.name(),
                  key.type(),
                  new Table.Match.ByCell(replaced(a.cells(), row, b.cells().get(row))))
              : key);
    }
    return with(table, keys, table.written());
  }

  private static Table with(
      Table table,
      UnaryOperator<List<Table.CellRule>> rules,
      UnaryOperator<List<List<Value>>> written) {
    List<Table.Key> keys =
        table.keys().stream()
            .map(
                key ->
                    key.match() instanceof Table.Match.ByCell by
                        ? new Table.Key(
                            key.name(), key.type(), new Table.Match.ByCell(rules.apply(by.cells())))
                        : key)
            .toList();
    return with(table, keys, written.apply(table.written()));
  }

  private static Table with(Table table, List<Table.Key> keys, List<List<Value>> written) {
    return new Table(
        table.ref(),
        table.rows(),
        table.owner(),
        keys,
        table.mode(),
        table.clamp(),
        table.symmetric(),
        table.grid(),
        written,
        table.doc(),
        table.span());
  }

  private static <T> List<T> removed(List<T> list, int at) {
    List<T> rest = new ArrayList<>(list);
    rest.remove(at);
    return rest;
  }

  private static <T> List<T> moved(List<T> list, int from, int to) {
    List<T> other = new ArrayList<>(list);
    other.add(to, other.remove(from));
    return other;
  }

  private static <T> List<T> replaced(List<T> list, int at, T by) {
    List<T> other = new ArrayList<>(list);
    other.set(at, by);
    return other;
  }
}
