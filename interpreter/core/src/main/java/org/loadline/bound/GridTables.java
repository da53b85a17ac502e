package org.loadline.bound;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.loadline.model.EntityRef;
import org.loadline.model.Table;
import org.loadline.model.Table.CellRule;
import org.loadline.model.Type;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Span;
import org.loadline.syntax.Cell;
import org.loadline.syntax.Declaration;
import org.loadline.syntax.HeaderCell;
import org.loadline.syntax.TableBody;
import org.loadline.syntax.TableRow;
import org.loadline.syntax.TableShape.TableKey;
import org.loadline.syntax.TableShape.Word;

/**
 * Builds grids: the first key goes down, the second across, and where they meet is the column
 * {@code value}. Each pair becomes a row of the table.
 */
final class GridTables {
  /** What the column is called that holds what stands where two keys meet. */
  static final String VALUE = "value";

  private final Declared declared;
  private final DiagnosticSink sink;
  private final CellReader reader;
  private final TableForms forms;
  private final KeyChecks checks;

  GridTables(Declared declared, DiagnosticSink sink) {
    this.declared = declared;
    this.sink = sink;
    this.reader = new CellReader(declared, sink);
    this.forms = new TableForms(sink);
    this.checks = new KeyChecks(sink);
  }

  TableParts build(Declared.OfTable table, TableBody.Written body, EntityRef rows) {
    Declaration.Table written = table.declaration();
    Optional<List<ReadColumn>> columns =
        isWhole(written, body) ? read(written, body) : Optional.empty();
    List<ReadColumn> all = columns.orElse(List.of());
    List<ReadColumn> keys = all.isEmpty() ? List.of() : all.subList(0, 2);
    return WrittenRows.assemble(table, rows, all, keys, true);
  }

  private boolean isWhole(Declaration.Table table, TableBody.Written body) {
    boolean whole = true;
    List<TableKey> keys = table.shape().keys();
    Namespace names = new Namespace(sink);
    names.claim(VALUE, table.name().span());
    for (TableKey key : keys) {
      whole &= names.claim(key.name().text(), key.name().span());
    }
    if (keys.size() != 2) {
      new Saying(sink, TableProblem.GRID_KEYS, table.name().span()).send();
      whole = false;
    }
    for (TableRow row : body.rows()) {
      if (row.cells().size() != body.header().size()) {
        new Saying(sink, TableProblem.CELL_COUNT, row.span())
            .with("found", WrittenTables.counted(row.cells().size()))
            .with("wanted", body.header().size())
            .send();
        whole = false;
      }
    }
    if (body.rows().isEmpty() || body.header().size() < 2) {
      new Saying(sink, TableProblem.NO_ROWS, table.name().span())
          .with("table", table.name())
          .send();
      whole = false;
    }
    return whole;
  }

  /** Both keys and the values, a cell for each pair; empty if something has been reported. */
  private Optional<List<ReadColumn>> read(Declaration.Table table, TableBody.Written body) {
    List<HeaderCell> heads = body.header().subList(1, body.header().size());
    List<Cell> downCells = body.rows().stream().map(row -> row.cells().getFirst()).toList();
    List<Cell> acrossCells = heads.stream().map(HeaderCell::cell).toList();
    Optional<ReadColumn> down = reader.read(axis(table, 0, downCells));
    Optional<ReadColumn> across = reader.read(axis(table, 1, acrossCells));
    Optional<List<Cell>> filled = filled(table, body);
    if (down.isEmpty() || across.isEmpty() || filled.isEmpty()) {
      return Optional.empty();
    }
    Optional<ReadColumn> values =
        reader.read(
            new TableColumn(
                VALUE,
                table.name().span(),
                false,
                table.gridType(),
                Optional.empty(),
                filled.get()));
    if (values.isEmpty()) {
      return Optional.empty();
    }
    ReadColumn rowKey = OpenStarts.closed(List.of(down.get())).getFirst();
    ReadColumn columnKey = OpenStarts.closed(List.of(across.get())).getFirst();
    check(table, rowKey, columnKey, values.get());
    int width = acrossCells.size();
    int size = width * downCells.size();
    return Optional.of(
        List.of(
            spread(rowKey, size, place -> place / width),
            spread(columnKey, size, place -> place % width),
            values.get()));
  }

  private static TableColumn axis(Declaration.Table table, int index, List<Cell> cells) {
    TableKey key = table.shape().keys().get(index);
    return new TableColumn(
        key.name().text(), key.span(), true, Optional.empty(), key.type(), cells);
  }

  /** The cells of all rows in one list; {@code -} is replaced by the other side. */
  private Optional<List<Cell>> filled(Declaration.Table table, TableBody.Written body) {
    boolean symmetric = table.shape().words().contains(Word.SYMMETRIC);
    int width = body.header().size() - 1;
    if (symmetric && width != body.rows().size()) {
      axesDiffer(body.header().getLast().span());
      return Optional.empty();
    }
    List<Cell> all = new ArrayList<>();
    boolean sound = true;
    for (int row = 0; row < body.rows().size(); row++) {
      for (int column = 0; column < width; column++) {
        Cell cell = body.rows().get(row).cells().get(column + 1);
        if (symmetric && cell instanceof Cell.OtherSide) {
          Cell other = body.rows().get(column).cells().get(row + 1);
          if (other instanceof Cell.OtherSide) {
            new Saying(sink, TableProblem.SYMMETRIC_EMPTY, cell.span()).send();
            sound = false;
          }
          cell = other;
        }
        all.add(cell);
      }
    }
    return sound ? Optional.of(all) : Optional.empty();
  }

  private void axesDiffer(Span here) {
    new Saying(sink, TableProblem.SYMMETRIC_AXES, here).with("text", Excerpt.of(here)).send();
  }

  private void check(
      Declaration.Table table, ReadColumn down, ReadColumn across, ReadColumn values) {
    List<ReadColumn> keys = List.of(down, across);
    Table.Mode mode = WrittenRows.mode(table.shape());
    if (table.shape().words().contains(Word.SYMMETRIC)) {
      symmetry(down, across, values);
    }
    boolean sound =
        forms.wordsAgree(table) && forms.check(table, mode, keys, List.of(values), true);
    if (!sound) {
      return;
    }
    if (mode == Table.Mode.LINEAR) {
      keys.forEach(key -> forms.points(table, key));
      return;
    }
    boolean clamp = table.shape().words().contains(Word.CLAMP);
    cover(table, down, clamp, "row", List.of(down.name(), "…"), TableProblem.MISSING_ROW);
    cover(table, across, clamp, "column", List.of(across.name()), TableProblem.MISSING_COLUMN);
  }

  private void cover(
      Declaration.Table table,
      ReadColumn key,
      boolean clamp,
      String what,
      List<String> template,
      TableProblem missing) {
    KeyChecks.Subject subject =
        new KeyChecks.Subject(
            table.name().text(), table.name().span(), what, List.of(key), key.places(), template);
    List<String> members =
        key.type() instanceof Type.OfChoice choice
            ? declared.choiceOf(choice.choice().index()).orElseThrow().members()
            : List.of();
    checks.check(subject, List.of(Axis.of(key, members, clamp, false)), false, missing);
  }

  private void symmetry(ReadColumn down, ReadColumn across, ReadColumn values) {
    int size = down.cells().size();
    for (int place = 0; place < size; place++) {
      boolean same = down.cells().get(place).equals(across.cells().get(place));
      if (!same || !down.type().equals(across.type())) {
        axesDiffer(down.places().get(place));
        return;
      }
    }
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < row; column++) {
        CellRule here = values.cells().get(row * size + column);
        CellRule there = values.cells().get(column * size + row);
        if (!Objects.equals(here, there)) {
          new Saying(sink, TableProblem.SYMMETRIC_DIFFERS, values.places().get(row * size + column))
              .also(values.places().get(column * size + row), "the other side")
              .send();
        }
      }
    }
  }

  /** An axis with one cell for each pair. */
  private static ReadColumn spread(
      ReadColumn axis, int size, java.util.function.IntUnaryOperator place) {
    return new ReadColumn(
        axis.name(),
        axis.span(),
        axis.type(),
        axis.wholeNumber(),
        axis.percent(),
        IntStream.range(0, size).mapToObj(i -> axis.cells().get(place.applyAsInt(i))).toList(),
        IntStream.range(0, size).mapToObj(i -> axis.places().get(place.applyAsInt(i))).toList());
  }
}
