package org.loadline.diff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.loadline.model.ColumnRule;
import org.loadline.model.Entity;
import org.loadline.model.Field;
import org.loadline.model.Table;
import org.loadline.model.Type;
import org.loadline.syntax.Declaration;
import org.loadline.syntax.HeaderCell;
import org.loadline.syntax.TableBody;
import org.loadline.syntax.TableRow;
import org.loadline.values.Value;

/** A written table as it stands on the page: rows, columns, and what each cell means. */
record Sheet(List<Column> columns, List<Line> lines) {

  /**
   * A column: a field of the rows, or a key by ranges, which is none. In a grid the first is a key,
   * and each other a value of one.
   */
  record Column(
      String name, Type type, Optional<Field> field, boolean key, Optional<ColumnRule> rule) {
    String typeName() {
      return TypeName.of(type);
    }
  }

  /** One row as written. */
  record Line(List<Box> boxes) {
    Box box(int column) {
      return boxes.get(column);
    }
  }

  /** A cell: as written, its value, and of a key what it takes. */
  record Box(Wording wording, Optional<Value> value, Optional<Table.CellRule> rule) {
    String text() {
      return wording.line();
    }

    /** Whether it says what another says, in whatever way. */
    boolean means(Box other) {
      return text().equals(other.text()) || (value.equals(other.value) && rule.equals(other.rule));
    }
  }

  /** The rows of a table that holds them itself; empty for one of rows of the snapshot. */
  static Optional<Sheet> of(Side side, String name) {
    Optional<Declaration.Table> written = side.text().table(name);
    if (written.isEmpty() || !(written.get().body() instanceof TableBody.Written body)) {
      return Optional.empty();
    }
    Table table = side.table(name);
    List<TableRow> rows = standing(body.rows(), side.text().rows(name));
    return Optional.of(
        body.grid() ? grid(side, table, body, rows) : plain(side, table, body, rows));
  }

  /** The rows of a table, those in their places that replace some. */
  private static List<TableRow> standing(List<TableRow> rows, List<Declaration.Rows> replacing) {
    List<TableRow> standing = new ArrayList<>(rows);
    Set<String> done = new HashSet<>();
    for (Declaration.Rows by : replacing) {
      for (TableRow row : by.rows()) {
        if (done.add(first(row))) {
          standing.replaceAll(r -> first(r).equals(first(row)) ? row : r);
        }
      }
    }
    return standing;
  }

  private static String first(TableRow row) {
    return row.cells().getFirst().span().text().strip();
  }

  private static Sheet plain(Side side, Table table, TableBody.Written body, List<TableRow> rows) {
    Entity entity = side.program().entity(table.rows());
    List<Column> columns = new ArrayList<>();
    for (HeaderCell head : body.header()) {
      Optional<Field> field = entity.field(head.text());
      Optional<Table.Key> key = key(table, head.text());
      Type type = field.map(Field::type).or(() -> key.map(Table.Key::type)).orElse(Type.TEXT);
      columns.add(
          new Column(
              head.text(),
              type,
              field,
              key.isPresent(),
              field.flatMap(f -> side.rule(table, f.index()))));
    }
    List<Line> lines = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      List<Box> boxes = new ArrayList<>();
      for (int column = 0; column < columns.size(); column++) {
        Column of = columns.get(column);
        boxes.add(
            new Box(
                new Wording(rows.get(row).cells().get(column).span()),
                value(table, row, of.field()),
                rule(table, of.name(), row)));
      }
      lines.add(new Line(boxes));
    }
    return new Sheet(columns, lines);
  }

  private static Sheet grid(Side side, Table table, TableBody.Written body, List<TableRow> rows) {
    Entity entity = side.program().entity(table.rows());
    Table.Key first = table.keys().getFirst();
    Optional<Field> down = entity.field(first.name());
    Field value = entity.fields().getLast();
    List<Column> columns = new ArrayList<>();
    columns.add(new Column(first.name(), first.type(), down, true, Optional.empty()));
    for (HeaderCell head : body.header().subList(1, body.header().size())) {
      columns.add(
          new Column(
              new Wording(head.span()).line(),
              value.type(),
              Optional.of(value),
              false,
              side.rule(table, value.index())));
    }
    int width = columns.size() - 1;
    List<Line> lines = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      List<Box> boxes = new ArrayList<>();
      for (int column = 0; column <= width; column++) {
        int pair = row * width + Math.max(0, column - 1);
        boxes.add(
            new Box(
                new Wording(rows.get(row).cells().get(column).span()),
                value(table, pair, columns.get(column).field()),
                column == 0 ? rule(table, first.name(), pair) : Optional.empty()));
      }
      lines.add(new Line(boxes));
    }
    return new Sheet(columns, lines);
  }

  private static Optional<Value> value(Table table, int row, Optional<Field> field) {
    return field.map(f -> table.written().get(row).get(f.index()));
  }

  private static Optional<Table.Key> key(Table table, String column) {
    return table.keys().stream().filter(k -> k.name().equals(column)).findFirst();
  }

  /** What a cell of a key takes; the rows of a written table are matched by their cells. */
  private static Optional<Table.CellRule> rule(Table table, String column, int row) {
    return key(table, column)
        .map(Table.Key::match)
        .filter(Table.Match.ByCell.class::isInstance)
        .map(match -> ((Table.Match.ByCell) match).cells().get(row));
  }

  Optional<Column> column(String name) {
    return columns.stream().filter(c -> c.name().equals(name)).findFirst();
  }

  /** What rows are known by in both: a first column of names, else all keys. */
  static List<String> identity(Sheet one, Sheet other) {
    Column first = one.columns.getFirst();
    boolean named =
        first.name().equals(other.columns.getFirst().name())
            && first.type().present() instanceof Type.Text
            && !first.key();
    if (named && one.isUnique(List.of(first.name())) && other.isUnique(List.of(first.name()))) {
      return List.of(first.name());
    }
    List<String> keys =
        one.columns.stream()
            .filter(Column::key)
            .map(Column::name)
            .filter(k -> other.column(k).isPresent())
            .toList();
    return !keys.isEmpty() && one.isUnique(keys) && other.isUnique(keys) ? keys : List.of();
  }

  private boolean isUnique(List<String> names) {
    return lines.stream().map(l -> name(l, names)).distinct().count() == lines.size();
  }

  /** What a row is called by some columns. */
  String name(Line line, List<String> by) {
    List<String> parts = new ArrayList<>();
    for (int column = 0; column < columns.size(); column++) {
      if (by.contains(columns.get(column).name())) {
        parts.add(line.box(column).text());
      }
    }
    return String.join(", ", parts);
  }
}
