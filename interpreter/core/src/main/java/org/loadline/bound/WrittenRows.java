package org.loadline.bound;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.Table;
import org.loadline.model.Table.Match;
import org.loadline.model.Type;
import org.loadline.syntax.Declaration;
import org.loadline.syntax.TableShape;
import org.loadline.syntax.TableShape.Word;
import org.loadline.values.Value;

/** Makes a table and its rows of columns that have been read. */
final class WrittenRows {
  private WrittenRows() {}

  /** {@code keys} are those of {@code columns} that a lookup goes by, in its order. */
  static TableParts assemble(
      Declared.OfTable table,
      EntityRef rows,
      List<ReadColumn> columns,
      List<ReadColumn> keys,
      boolean grid) {
    Declaration.Table written = table.declaration();
    List<ReadColumn> readable = columns.stream().filter(ReadColumn::isReadable).toList();
    Optional<ReadColumn> key =
        keys.size() == 1 && keys.getFirst().isReadable()
            ? Optional.of(keys.getFirst())
            : Optional.empty();
    List<Field> fields = new ArrayList<>();
    for (ReadColumn column : readable) {
      Field.Role role =
          key.filter(k -> k == column).isPresent() ? Field.Role.KEY : Field.Role.INPUT;
      fields.add(field(fields.size(), column, role));
    }
    OptionalInt keyField =
        fields.stream().filter(f -> f.role() == Field.Role.KEY).mapToInt(Field::index).findFirst();
    String doc = written.doc().text();
    Entity entity =
        new Entity(
            rows,
            rows.name(),
            true,
            fields,
            keyField,
            OptionalInt.empty(),
            false,
            doc,
            written.name().span());
    return new TableParts(
        new Table(
            table.ref(),
            rows,
            OptionalInt.empty(),
            keys.stream().map(WrittenRows::key).toList(),
            mode(written.shape()),
            written.shape().words().contains(Word.CLAMP),
            written.shape().words().contains(Word.SYMMETRIC),
            grid,
            values(readable),
            doc,
            written.name().span()),
        List.of(entity));
  }

  static Table.Mode mode(TableShape shape) {
    if (shape.words().contains(Word.MARGINAL)) {
      return Table.Mode.MARGINAL;
    }
    return shape.words().contains(Word.LINEAR) ? Table.Mode.LINEAR : Table.Mode.ROW;
  }

  private static Table.Key key(ReadColumn column) {
    return new Table.Key(column.name(), column.type(), new Match.ByCell(column.cells()));
  }

  private static Field field(int index, ReadColumn column, Field.Role role) {
    Type type = column.type();
    return new Field(
        index,
        column.name(),
        role,
        type,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        column.wholeNumber(),
        "",
        column.span());
  }

  private static List<List<Value>> values(List<ReadColumn> readable) {
    int rows = readable.isEmpty() ? 0 : readable.getFirst().cells().size();
    List<List<Value>> columns = readable.stream().map(ReadColumn::values).toList();
    return IntStream.range(0, rows)
        .mapToObj(row -> columns.stream().map(column -> column.get(row)).toList())
        .toList();
  }
}
