package org.loadline.engine.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.loadline.model.Table;
import org.loadline.model.Table.CellRule;
import org.loadline.values.Exact;
import org.loadline.values.Value;

/** What a written linear table gives in one region of its keys: a straight line along each axis. */
final class LinearRegions {
  private final Table table;
  private final WrittenRows rows;
  private final int column;
  private final List<Integer> axes = new ArrayList<>();

  LinearRegions(Table table, int column) {
    this.table = table;
    this.rows = new WrittenRows(table);
    this.column = column;
    for (int key = 0; key < table.keys().size(); key++) {
      if (Kind.of(table.keys().get(key).type().present()) == Kind.NUMBER) {
        axes.add(key);
      }
    }
  }

  /** The keys between whose points there are lines; the others choose rows. */
  List<Integer> axes() {
    return axes;
  }

  /** The value, around the given keys; empty if there is none. */
  Optional<Polynomial> value(List<Optional<Value>> keys) {
    return at(keys, rows.taking(keys, axes), List.of());
  }

  private Optional<Polynomial> at(
      List<Optional<Value>> keys, List<Integer> taking, List<Exact> chosen) {
    if (chosen.size() == axes.size()) {
      return corner(taking, chosen).map(Polynomial::of);
    }
    int axis = axes.get(chosen.size());
    TreeSet<Exact> points = new TreeSet<>();
    taking.forEach(row -> point(row, axis).ifPresent(points::add));
    if (points.isEmpty()) {
      return Optional.empty();
    }
    Exact key = WrittenRows.number(keys.get(axis));
    Exact inside = key.max(points.first()).min(points.last());
    if (!inside.equals(key) && !table.clamp()) {
      return Optional.empty();
    }
    Exact below = points.headSet(inside, true).last();
    Exact above = points.tailSet(inside, true).first();
    Optional<Polynomial> low = at(keys, taking, with(chosen, below));
    if (below.equals(above)) {
      return low;
    }
    Optional<Polynomial> high = at(keys, taking, with(chosen, above));
    Polynomial share =
        Polynomial.ofKey(axis)
            .minus(Polynomial.of(below))
            .times(Exact.ONE.dividedBy(above.minus(below)));
    return low.flatMap(l -> high.map(h -> l.plus(h.minus(l).times(share))));
  }

  private Optional<Exact> corner(List<Integer> taking, List<Exact> chosen) {
    Optional<Integer> row = taking.stream().filter(r -> standsAt(r, chosen)).findFirst();
    if (row.isEmpty() && table.symmetric() && axes.size() == 2) {
      row = taking.stream().filter(r -> standsAt(r, chosen.reversed())).findFirst();
    }
    return row.map(r -> rows.cell(r, column).orElseThrow());
  }

  private boolean standsAt(int row, List<Exact> chosen) {
    for (int i = 0; i < chosen.size(); i++) {
      if (!point(row, axes.get(i)).equals(Optional.of(chosen.get(i)))) {
        return false;
      }
    }
    return true;
  }

  private Optional<Exact> point(int row, int key) {
    return rows.cells(key).get(row) instanceof CellRule.Exactly(Value value)
        ? WrittenRows.point(value)
        : Optional.empty();
  }

  private static List<Exact> with(List<Exact> chosen, Exact next) {
    List<Exact> longer = new ArrayList<>(chosen);
    longer.add(next);
    return longer;
  }
}
