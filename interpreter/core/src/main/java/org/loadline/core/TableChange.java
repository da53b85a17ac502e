package org.loadline.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.loadline.model.Entity;
import org.loadline.model.Field;
import org.loadline.model.Table;
import org.loadline.values.Exact;
import org.loadline.values.None;
import org.loadline.values.Value;

/**
 * Which way the columns of a written table go when its rows are others: what each key leads to is
 * compared, at each bound of either table and between them.
 */
final class TableChange {
  /** Beyond so many lists of keys nothing is said. */
  private static final int MOST = 20_000;

  private final Table before;
  private final Table after;
  private final Entity rows;

  private TableChange(Table before, Table after, Entity rows) {
    this.before = before;
    this.after = after;
    this.rows = rows;
  }

  /**
   * What moves when the rows of a table are replaced by others of the same columns: {@code members}
   * says whether there are more or fewer of them.
   */
  static Cause of(Table before, Table after, Entity rows, Influence.Way members) {
    return new TableChange(before, after, rows).cause(members);
  }

  private Cause cause(Influence.Way members) {
    Optional<List<List<Value>>> keys = keys();
    Map<Integer, Trend> looked = new TreeMap<>();
    Map<Integer, Trend> cells = new HashMap<>();
    for (Field column : rows.fields()) {
      looked.put(column.index(), keys.map(k -> trend(column.index(), k)).orElse(Trend.UNKNOWN));
      cells.put(column.index(), cells(column, members));
    }
    return Cause.ofTable(rows.ref(), looked, cells, members.trend());
  }

  /** Of rows that are in both, where there are as many of them. */
  private Trend cells(Field column, Influence.Way members) {
    if (members != Influence.Way.NONE) {
      return Trend.SAME;
    }
    if (before.written().size() != after.written().size()) {
      return Trend.UNKNOWN;
    }
    Trend trend = Trend.SAME;
    for (int i = 0; i < before.written().size(); i++) {
      trend = trend.or(trend(before.written().get(i), after.written().get(i), column.index()));
    }
    return trend;
  }

  private Trend trend(int column, List<List<Value>> keys) {
    Trend trend = Trend.SAME;
    for (List<Value> key : keys) {
      Optional<List<Value>> was = row(before, key);
      Optional<List<Value>> is = row(after, key);
      if (was.isPresent() && is.isPresent()) {
        trend = trend.or(trend(was.get(), is.get(), column));
      }
    }
    return trend;
  }

  private static Trend trend(List<Value> was, List<Value> is, int column) {
    if (column >= was.size() || column >= is.size()) {
      return Trend.SAME;
    }
    if (was.get(column).equals(is.get(column))) {
      return Trend.SAME;
    }
    Optional<Exact> a = number(was.get(column));
    Optional<Exact> b = number(is.get(column));
    if (a.isEmpty() || b.isEmpty()) {
      return Trend.UNKNOWN;
    }
    return b.get().compareTo(a.get()) > 0 ? Trend.RISES : Trend.FALLS;
  }

  private static Optional<Exact> number(Value value) {
    return KnownRanges.of(value).least();
  }

  /** Keys that tell the rows of both tables apart; empty if that cannot be said. */
  private Optional<List<List<Value>>> keys() {
    if (before.mode() == Table.Mode.LINEAR || before.symmetric() || before.owner().isPresent()) {
      return Optional.empty();
    }
    List<List<Value>> all = List.of(List.of());
    for (int i = 0; i < before.keys().size(); i++) {
      if (!(before.keys().get(i).match() instanceof Table.Match.ByCell a)
          || !(after.keys().get(i).match() instanceof Table.Match.ByCell b)) {
        return Optional.empty();
      }
      List<Table.CellRule> rules = new ArrayList<>(a.cells());
      rules.addAll(b.cells());
      List<List<Value>> longer = new ArrayList<>();
      for (List<Value> some : all) {
        for (Value value : values(rules)) {
          List<Value> more = new ArrayList<>(some);
          more.add(value);
          longer.add(more);
        }
      }
      if (longer.size() > MOST) {
        return Optional.empty();
      }
      all = longer;
    }
    return Optional.of(all);
  }

  private static Set<Value> values(List<Table.CellRule> rules) {
    Set<Value> values = new LinkedHashSet<>(TableSteps.keys(rules));
    for (Table.CellRule rule : rules) {
      if (rule instanceof Table.CellRule.Exactly(Value value)) {
        values.add(value);
      }
    }
    // Any other text or row.
    values.add(None.INSTANCE);
    return values;
  }

  private static Optional<List<Value>> row(Table table, List<Value> keys) {
    for (int row = 0; row < table.written().size(); row++) {
      boolean takes = true;
      for (int i = 0; i < keys.size(); i++) {
        takes &=
            table.keys().get(i).match() instanceof Table.Match.ByCell by
                && TableSteps.takes(by.cells().get(row), keys.get(i));
      }
      if (takes) {
        return Optional.of(table.written().get(row));
      }
    }
    return Optional.empty();
  }
}
