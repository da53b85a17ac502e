package org.loadline.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.loadline.model.EntityRef;
import org.loadline.values.Value;

/** The first row for each combination of values of some fields, and of a parent if asked for. */
final class KeyIndex {
  private final Map<Key, Integer> rows;

  /** What an index is over. */
  record Fields(EntityRef entity, OptionalInt parent, List<Integer> fields) {}

  private record Key(int parent, List<Value> values) {}

  private KeyIndex(Map<Key, Integer> rows) {
    this.rows = rows;
  }

  static KeyIndex of(Snapshot snapshot, Fields asked) {
    List<Column> columns =
        asked.fields().stream().map(f -> snapshot.column(asked.entity(), f, 0)).toList();
    int size = snapshot.rowCount(asked.entity());
    Map<Key, Integer> rows = HashMap.newHashMap(size);
    for (int row = 0; row < size; row++) {
      List<Value> values = new ArrayList<>(columns.size());
      for (Column column : columns) {
        if (!column.marks().isAbsent(row)) {
          values.add(column.value(row));
        }
      }
      int parent = parent(snapshot, asked, row);
      if (values.size() == columns.size()) {
        rows.putIfAbsent(new Key(parent, values), row);
      }
    }
    return new KeyIndex(rows);
  }

  /** Without a parent every row has the same one, which is no row; a row without one has none. */
  private static int parent(Snapshot snapshot, Fields asked, int row) {
    if (asked.parent().isEmpty()) {
      return ColumnSnapshot.SYSTEM;
    }
    Column.Indices column =
        (Column.Indices) snapshot.column(asked.entity(), asked.parent().getAsInt(), 0);
    boolean known = !column.marks().isNone(row) && !column.marks().isAbsent(row);
    return known ? column.indices()[row] : ColumnSnapshot.SYSTEM;
  }

  OptionalInt find(int parent, List<Value> values) {
    Integer row = rows.get(new Key(parent, values));
    return row == null ? OptionalInt.empty() : OptionalInt.of(row);
  }
}
