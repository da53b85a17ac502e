package org.loadline.bound;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.model.EntityRef;
import org.loadline.model.Table;
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

/** Builds tables whose rows are written, a row a line. */
final class WrittenTables {
  private final Declared declared;
  private final DiagnosticSink sink;
  private final CellReader cells;
  private final TableForms forms;
  private final KeyChecks checks;

  WrittenTables(Declared declared, DiagnosticSink sink) {
    this.declared = declared;
    this.sink = sink;
    this.cells = new CellReader(declared, sink);
    this.forms = new TableForms(sink);
    this.checks = new KeyChecks(sink);
  }

  TableParts build(Declared.OfTable table, TableBody.Written body, EntityRef rows) {
    Declaration.Table written = table.declaration();
    List<TableRow> usable = usable(written, body);
    List<ReadColumn> columns = new ArrayList<>();
    boolean sound = headerIsSound(written, body) && !usable.isEmpty();
    // Without names and a row that fits, the columns have nothing to say.
    int width = sound ? body.header().size() : 0;
    for (int column = 0; column < width; column++) {
      Optional<ReadColumn> read = cells.read(column(written, body, usable, column));
      read.ifPresent(columns::add);
      sound &= read.isPresent();
    }
    // A row that cannot be read takes keys that nobody knows.
    sound &= usable.size() == body.rows().size();
    List<ReadColumn> keys = sound ? keys(written, columns) : List.of();
    if (sound && formIsSound(written, columns, keys)) {
      check(written, usable, keys, body);
    }
    List<ReadColumn> kept = sound ? replaced(columns, keys) : List.of();
    return WrittenRows.assemble(table, rows, kept, keys, false);
  }

  private boolean formIsSound(
      Declaration.Table table, List<ReadColumn> columns, List<ReadColumn> keys) {
    Table.Mode mode = WrittenRows.mode(table.shape());
    return forms.wordsAgree(table) && forms.check(table, mode, keys, others(columns, keys), false);
  }

  private List<TableRow> usable(Declaration.Table table, TableBody.Written body) {
    List<TableRow> usable = new ArrayList<>();
    for (TableRow row : body.rows()) {
      if (row.cells().size() == body.header().size()) {
        usable.add(row);
      } else if (!row.cells().isEmpty() && !body.header().isEmpty()) {
        new Saying(sink, TableProblem.CELL_COUNT, row.span())
            .with("found", counted(row.cells().size()))
            .with("wanted", body.header().size())
            .also(body.header().getFirst().span(), "the first row")
            .send();
      }
    }
    if (body.rows().isEmpty() && !body.header().isEmpty()) {
      new Saying(sink, TableProblem.NO_ROWS, table.name().span())
          .with("table", table.name())
          .send();
    }
    return usable;
  }

  static String counted(int cells) {
    return cells == 1 ? "one cell" : cells + " cells";
  }

  private boolean headerIsSound(Declaration.Table table, TableBody.Written body) {
    if (body.header().isEmpty()) {
      return false;
    }
    boolean sound = true;
    Namespace names = new Namespace(sink);
    List<String> columns = body.header().stream().map(HeaderCell::text).toList();
    for (HeaderCell head : body.header()) {
      if (!head.text().matches("[A-Za-z_][A-Za-z0-9_]*")) {
        new Saying(sink, NameProblem.COLUMN_NAME, head.span())
            .with("name", head.text())
            .with("wanted", wanted(head.text()))
            .send();
        sound = false;
      } else {
        sound &= names.claim(head.text(), head.span());
      }
    }
    for (TableKey key : table.shape().keys()) {
      if (!columns.contains(key.name().text())) {
        String all = String.join(", ", columns.stream().map(c -> "`" + c + "`").toList());
        new Saying(sink, TableProblem.NO_KEY_COLUMN, key.span())
            .with("table", table.name())
            .with("name", key.name())
            .with("columns", all)
            .hint(Suggestions.hint(key.name().text(), columns, TableProblem.NO_KEY_COLUMN.hint()))
            .send();
        sound = false;
      }
    }
    return sound;
  }

  private static String wanted(String text) {
    String name = text.strip().replaceAll("[^A-Za-z0-9]+", "_");
    return name.isEmpty() || Character.isDigit(name.charAt(0)) ? "column" + name : name;
  }

  private static TableColumn column(
      Declaration.Table table, TableBody.Written body, List<TableRow> rows, int index) {
    HeaderCell head = body.header().get(index);
    Optional<TableKey> key =
        table.shape().keys().stream().filter(k -> k.name().text().equals(head.text())).findFirst();
    List<Cell> column = rows.stream().map(row -> row.cells().get(index)).toList();
    return new TableColumn(
        head.text(),
        head.span(),
        key.isPresent(),
        head.type(),
        key.flatMap(TableKey::type),
        column);
  }

  private List<ReadColumn> keys(Declaration.Table table, List<ReadColumn> columns) {
    List<ReadColumn> keys = new ArrayList<>();
    for (TableKey key : table.shape().keys()) {
      columns.stream().filter(c -> c.name().equals(key.name().text())).forEach(keys::add);
    }
    return OpenStarts.closed(keys);
  }

  private static List<ReadColumn> others(List<ReadColumn> columns, List<ReadColumn> keys) {
    List<String> names = keys.stream().map(ReadColumn::name).toList();
    return columns.stream().filter(c -> !names.contains(c.name())).toList();
  }

  /** The columns with the keys as they are after {@link OpenStarts}. */
  private static List<ReadColumn> replaced(List<ReadColumn> columns, List<ReadColumn> keys) {
    return columns.stream()
        .map(c -> keys.stream().filter(k -> k.name().equals(c.name())).findFirst().orElse(c))
        .toList();
  }

  private void check(
      Declaration.Table table, List<TableRow> rows, List<ReadColumn> keys, TableBody.Written body) {
    boolean symmetric = table.shape().words().contains(Word.SYMMETRIC);
    boolean pair = keys.size() == 2 && keys.get(0).type().equals(keys.get(1).type());
    if (symmetric && !pair) {
      new Saying(sink, TableProblem.SYMMETRIC_KEYS, table.name().span()).send();
      return;
    }
    Table.Mode mode = WrittenRows.mode(table.shape());
    if (keys.isEmpty() || mode == Table.Mode.LINEAR) {
      return;
    }
    boolean clamp = table.shape().words().contains(Word.CLAMP);
    List<ReadColumn> laidOut = symmetric ? List.of(both(keys), both(keys)) : keys;
    List<Axis> axes =
        laidOut.stream()
            .map(k -> Axis.of(k, members(k.type()), clamp, mode == Table.Mode.MARGINAL))
            .toList();
    List<Span> places = rows.stream().map(TableRow::span).toList();
    List<String> template = body.header().stream().map(HeaderCell::text).toList();
    KeyChecks.Subject subject =
        new KeyChecks.Subject(
            table.name().text(), table.name().span(), "row", keys, places, template);
    checks.check(subject, axes, symmetric, TableProblem.MISSING_ROW);
  }

  /** Both keys of a symmetric table as one, so that their values are laid out alike. */
  private static ReadColumn both(List<ReadColumn> keys) {
    ReadColumn first = keys.get(0);
    List<Table.CellRule> cells = new ArrayList<>(first.cells());
    cells.addAll(keys.get(1).cells());
    List<Span> places = new ArrayList<>(first.places());
    places.addAll(keys.get(1).places());
    return new ReadColumn(
        first.name(),
        first.span(),
        first.type(),
        first.wholeNumber(),
        first.percent(),
        cells,
        places);
  }

  private List<String> members(Type type) {
    return type instanceof Type.OfChoice choice
        ? declared.choiceOf(choice.choice().index()).orElseThrow().members()
        : List.of();
  }
}
