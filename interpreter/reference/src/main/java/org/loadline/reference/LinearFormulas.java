package org.loadline.reference;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.loadline.core.Expr;
import org.loadline.data.FaultProblem;
import org.loadline.data.RowAt;
import org.loadline.model.Table;
import org.loadline.model.Type;
import org.loadline.values.Exact;
import org.loadline.values.Value;

/**
 * Linear tables: exact at their points, between two the straight line, on a grid along every axis.
 *
 * <p>Numbers, days and moments are axes; any other key chooses rows. Beyond the points the lookup
 * fails by itself, or with {@code clamp} stays at the last one; so it does where a corner of a grid
 * is missing.
 */
final class LinearFormulas {
  private final TableRows tables;

  LinearFormulas(TableRows tables) {
    this.tables = tables;
  }

  Value point(Expr.Interpolated e, Frame frame) {
    TableRows.Asked asked = tables.ask(e, e.table(), e.owner(), e.keys(), frame);
    List<Integer> axes = new ArrayList<>();
    for (int key = 0; key < asked.values().size(); key++) {
      if (isAxis(asked.table().keys().get(key))) {
        axes.add(key);
      }
    }
    return tables.limited(asked, new Surface(asked, axes, e.column()).at(List.of(), axes));
  }

  private static boolean isAxis(Table.Key key) {
    boolean measured =
        switch (key.type().present()) {
          case Type.Quantity t -> true;
          case Type.Date t -> true;
          case Type.Instant t -> true;
          case Type.Flag t -> false;
          case Type.Text t -> false;
          case Type.OfChoice t -> false;
          case Type.RowOf t -> false;
          case Type.Nothing t -> false;
          case Type.OrNone t -> false;
        };
    return measured && !(key.match() instanceof Table.Match.Equal);
  }

  /** The points of a table over its axes. */
  private final class Surface {
    private final TableRows.Asked asked;
    private final List<Integer> axes;
    private final int column;
    private final List<RowAt> rows = new ArrayList<>();

    Surface(TableRows.Asked asked, List<Integer> axes, int column) {
      this.asked = asked;
      this.axes = axes;
      this.column = column;
      for (RowAt row : asked.rows()) {
        boolean takes = true;
        for (int key = 0; key < asked.values().size() && takes; key++) {
          takes = axes.contains(key) || tables.takes(asked, row, key);
        }
        if (takes) {
          rows.add(row);
        }
      }
    }

    /** The value where the first axes stand at points that are chosen and the rest at the keys. */
    Exact at(List<Exact> chosen, List<Integer> rest) {
      if (rest.isEmpty()) {
        return corner(chosen);
      }
      TreeSet<Exact> points = new TreeSet<>();
      rows.forEach(row -> coordinate(row, rest.getFirst()).ifPresent(points::add));
      Exact key = within(points, (Exact) asked.values().get(rest.getFirst()));
      Exact below = requireNonNull(points.floor(key));
      Exact above = requireNonNull(points.ceiling(key));
      List<Integer> others = rest.subList(1, rest.size());
      Exact low = at(with(chosen, below), others);
      if (below.equals(above)) {
        return low;
      }
      Exact high = at(with(chosen, above), others);
      Exact share = key.minus(below).dividedBy(above.minus(below));
      return low.plus(high.minus(low).times(share));
    }

    private Exact within(TreeSet<Exact> points, Exact key) {
      boolean inside =
          !points.isEmpty()
              && points.first().compareTo(key) <= 0
              && key.compareTo(points.last()) <= 0;
      if (inside) {
        return key;
      }
      if (points.isEmpty() || !asked.table().clamp()) {
        throw tables.failure(asked, FaultProblem.BEYOND_THE_POINTS);
      }
      return key.max(points.first()).min(points.last());
    }

    private Exact corner(List<Exact> chosen) {
      Optional<RowAt> row = rows.stream().filter(at -> standsAt(at, chosen)).findFirst();
      if (row.isEmpty() && asked.table().symmetric() && axes.size() == 2) {
        row = rows.stream().filter(at -> standsAt(at, chosen.reversed())).findFirst();
      }
      return (Exact)
          tables.cell(
              asked,
              row.orElseThrow(() -> tables.failure(asked, FaultProblem.BEYOND_THE_POINTS)),
              column);
    }

    private boolean standsAt(RowAt row, List<Exact> chosen) {
      for (int i = 0; i < chosen.size(); i++) {
        if (!coordinate(row, axes.get(i)).equals(Optional.of(chosen.get(i)))) {
          return false;
        }
      }
      return true;
    }

    private Optional<Exact> coordinate(RowAt row, int key) {
      return switch (asked.table().keys().get(key).match()) {
        case Table.Match.ByCell(var cells) ->
            cells.get(row.row()) instanceof Table.CellRule.Exactly(Value value)
                ? Optional.of((Exact) value)
                : Optional.empty();
        case Table.Match.FromBound(int field) -> tables.lowerBound(asked, row, field);
        case Table.Match.Equal equal -> Optional.empty();
      };
    }

    private static List<Exact> with(List<Exact> chosen, Exact next) {
      List<Exact> longer = new ArrayList<>(chosen);
      longer.add(next);
      return longer;
    }
  }
}
