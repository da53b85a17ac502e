package org.loadline.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.loadline.core.Program;
import org.loadline.model.Table;

/**
 * Finds rows of one snapshot table that start at the same bound for the same owner and other keys.
 *
 * <p>Which of them holds cannot be told, so the bounds of the later ones in the order of identity
 * become unreadable: every lookup among the rows of that owner is a fault, no other is.
 */
final class TableBounds {
  private final Program program;
  private final List<InputRows> rows;
  private final RowOrder order;
  private final List<InputProblem> problems;

  TableBounds(Program program, List<InputRows> rows, RowOrder order, List<InputProblem> problems) {
    this.program = program;
    this.rows = rows;
    this.order = order;
    this.problems = problems;
  }

  void check() {
    for (Table table : program.tables()) {
      if (!program.entity(table.rows()).written()) {
        table.keys().stream()
            .map(Table.Key::match)
            .map(match -> match instanceof Table.Match.FromBound(int f) ? f : -1)
            .filter(field -> field >= 0)
            .forEach(field -> check(table, field));
      }
    }
  }

  private void check(Table table, int bound) {
    InputRows input = rows.get(table.rows().index());
    int[] places = order.places(table.rows());
    List<RowComparison> same = new ArrayList<>();
    OptionalInt owner = table.owner();
    owner.ifPresent(field -> same.add(byReferred(input, field)));
    for (Table.Key key : table.keys()) {
      switch (key.match()) {
        case Table.Match.FromBound(int field) ->
            same.add(RowComparison.byValue(input.column(field, 0)));
        case Table.Match.Equal(int field) ->
            same.add(RowComparison.byValue(input.column(field, 0)));
        case Table.Match.ByCell cells -> {}
      }
    }
    RowComparison keys = RowComparison.inTurn(same);
    RowComparison byPlace = (a, b) -> Integer.compare(places[a], places[b]);
    int[] sorted = StableSort.sort(input.size(), RowComparison.inTurn(List.of(keys, byPlace)));
    CellStore column = input.column(bound, 0);
    List<Integer> repeated = new ArrayList<>();
    for (int at = 1; at < sorted.length; at++) {
      CellKind kind = column.kind(sorted[at]);
      boolean bounds = kind.isNumber() || kind == CellKind.NONE;
      if (bounds && keys.compare(sorted[at - 1], sorted[at]) == 0) {
        repeated.add(sorted[at]);
      }
    }
    for (int row : repeated) {
      InputProblem problem =
          input.problem(
              row,
              bound,
              column.shown(row),
              SnapshotProblem.EQUAL_BOUNDS,
              Map.of("table", table.ref().name()));
      problems.add(problem);
      column.unreadable(row, problem);
    }
  }

  private static RowComparison byReferred(InputRows input, int field) {
    CellStore column = input.column(field, 0);
    return (left, right) -> Integer.compare(referred(column, left), referred(column, right));
  }

  private static int referred(CellStore column, int row) {
    return column.is(row, CellKind.INDEX) ? column.index(row) : -1;
  }
}
