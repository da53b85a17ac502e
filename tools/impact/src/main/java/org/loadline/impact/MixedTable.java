package org.loadline.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.diff.Change;
import org.loadline.diff.Edit;
import org.loadline.diff.Wording;
import org.loadline.source.Span;
import org.loadline.syntax.Cell;
import org.loadline.syntax.Declaration;
import org.loadline.syntax.TableBody;
import org.loadline.syntax.TableRow;

/** A written table of the old policy with some rows and cells of the new one. */
final class MixedTable {
  private final List<TableRow> oldRows;
  private final List<TableRow> newRows;

  /** The rows of the mixture, with the row of the new table that each is. */
  private final List<Row> rows = new ArrayList<>();

  private record Row(TableRow row, int old) {}

  private MixedTable(TableBody.Written old, TableBody.Written now) {
    this.oldRows = old.rows();
    this.newRows = now.rows();
    for (int i = 0; i < oldRows.size(); i++) {
      rows.add(new Row(oldRows.get(i), i));
    }
  }

  /**
   * The mixture.
   *
   * @param all every change of the table, in order
   * @param taken those that are taken over
   */
  static Declaration.Table of(
      Declaration.Table old, Declaration.Table now, List<Change> all, List<Change> taken) {
    TableBody.Written written = (TableBody.Written) old.body();
    MixedTable table = new MixedTable(written, (TableBody.Written) now.body());
    taken.forEach(table::cell);
    taken.forEach(table::remove);
    taken.forEach(change -> table.move(change, all));
    List<TableRow> rows = table.rows.stream().map(Row::row).toList();
    return new Declaration.Table(
        old.name(),
        old.gridType(),
        old.shape(),
        new TableBody.Written(written.header(), rows, written.grid(), written.span()),
        old.replaces(),
        old.doc(),
        old.span());
  }

  private void cell(Change change) {
    if (change.edit() instanceof Edit.Cell) {
      int at = place(change.before());
      Span before = change.before().orElseThrow().span();
      Span after = change.after().orElseThrow().span();
      TableRow source = newRows.get(row(newRows, after));
      Cell cell = source.cells().get(cell(source, after));
      TableRow row = rows.get(at).row();
      List<Cell> cells = new ArrayList<>(row.cells());
      cells.set(cell(oldRows.get(rows.get(at).old()), before), cell);
      rows.set(at, new Row(new TableRow(cells, row.span()), rows.get(at).old()));
    }
  }

  private void remove(Change change) {
    if (change.edit() instanceof Edit.RowRemoved) {
      rows.remove(place(change.before()));
    }
  }

  /** Puts a row where it stands in the new table: behind the nearest row that is there too. */
  private void move(Change change, List<Change> all) {
    switch (change.edit()) {
      case Edit.RowAdded _ -> {
        int row = row(newRows, change.after().orElseThrow().span());
        rows.add(behind(row, all), new Row(newRows.get(row), -1 - row));
      }
      case Edit.RowMoved _ -> {
        Row moved = rows.remove(place(change.before()));
        int row = row(newRows, change.after().orElseThrow().span());
        rows.add(behind(row, all), moved);
      }
      default -> {}
    }
  }

  private int behind(int newRow, List<Change> all) {
    for (int before = newRow - 1; before >= 0; before--) {
      int at = placeOfNew(before, all);
      if (at >= 0) {
        return at + 1;
      }
    }
    return 0;
  }

  /** Where a row of the new table stands in the mixture; below zero if it is not there. */
  private int placeOfNew(int newRow, List<Change> all) {
    int old = oldOf(newRow, all);
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).old() == (old >= 0 ? old : -1 - newRow)) {
        return i;
      }
    }
    return -1;
  }

  /** The old row of a new one: the rows that are neither added, removed nor moved pair up. */
  private int oldOf(int newRow, List<Change> all) {
    List<Integer> olds = new ArrayList<>();
    for (int i = 0; i < oldRows.size(); i++) {
      olds.add(i);
    }
    List<Integer> news = new ArrayList<>();
    for (int i = 0; i < newRows.size(); i++) {
      news.add(i);
    }
    for (Change change : all) {
      switch (change.edit()) {
        case Edit.RowAdded _ ->
            news.remove(Integer.valueOf(row(newRows, change.after().orElseThrow().span())));
        case Edit.RowRemoved _ ->
            olds.remove(Integer.valueOf(row(oldRows, change.before().orElseThrow().span())));
        case Edit.RowMoved _ -> {
          int from = row(oldRows, change.before().orElseThrow().span());
          int to = row(newRows, change.after().orElseThrow().span());
          if (to == newRow) {
            return from;
          }
          olds.remove(Integer.valueOf(from));
          news.remove(Integer.valueOf(to));
        }
        default -> {}
      }
    }
    int at = news.indexOf(newRow);
    return at >= 0 && at < olds.size() ? olds.get(at) : -1;
  }

  /** Where an old row stands in the mixture. */
  private int place(Optional<Wording> wording) {
    int old = row(oldRows, wording.orElseThrow().span());
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).old() == old) {
        return i;
      }
    }
    throw new IllegalStateException("no row at " + wording.orElseThrow().place());
  }

  private static int row(List<TableRow> rows, Span span) {
    for (int i = 0; i < rows.size(); i++) {
      if (holds(rows.get(i).span(), span)) {
        return i;
      }
    }
    throw new IllegalStateException("no row at " + span.place());
  }

  private static int cell(TableRow row, Span span) {
    for (int i = 0; i < row.cells().size(); i++) {
      if (holds(row.cells().get(i).span(), span)) {
        return i;
      }
    }
    throw new IllegalStateException("no cell at " + span.place());
  }

  private static boolean holds(Span outer, Span inner) {
    return outer.source() == inner.source()
        && outer.start() <= inner.start()
        && inner.end() <= outer.end();
  }
}
