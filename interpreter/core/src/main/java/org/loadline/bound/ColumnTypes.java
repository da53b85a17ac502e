package org.loadline.bound;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.source.DiagnosticSink;
import org.loadline.syntax.Cell;
import org.loadline.syntax.Expression;
import org.loadline.syntax.TypeExpression;
import org.loadline.values.None;
import org.loadline.values.Unlimited;

/** Finds the type of a column: from the text, or else from its cells. */
final class ColumnTypes {
  private final Declared declared;
  private final TypeReader types;
  private final ConstantFolder folder;
  private final UnitOwners owners;
  private final DiagnosticSink sink;

  ColumnTypes(Declared declared, DiagnosticSink sink) {
    this.declared = declared;
    this.owners = new NoRow(sink);
    this.types = new TypeReader(declared, sink);
    this.folder = new ConstantFolder(declared, owners, sink);
    this.sink = sink;
  }

  /** The type of the values that are there, without {@code or none} and {@code or unlimited}. */
  Optional<Type> of(TableColumn column) {
    Optional<TypeExpression> written = column.typed().or(column::alsoTyped);
    if (written.isEmpty()) {
      return inferred(column);
    }
    Optional<Type> type = types.read(written.get(), owners);
    if (type.isPresent() && column.typed().isPresent() && column.alsoTyped().isPresent()) {
      Optional<Type> other = types.read(column.alsoTyped().get(), owners);
      if (other.isPresent() && !other.equals(type)) {
        new Saying(sink, TableProblem.TWO_TYPES, column.typed().get().span())
            .with("column", column.name())
            .with("first", TypeWords.of(other.get()))
            .with("second", TypeWords.of(type.get()))
            .send();
        return Optional.empty();
      }
    }
    if (type.isPresent() && type.get() instanceof Type.RowOf row) {
      new Saying(sink, TableProblem.ROW_COLUMN, written.get().span())
          .with("entity", row.entity())
          .send();
      return Optional.empty();
    }
    return type;
  }

  private Optional<Type> inferred(TableColumn column) {
    List<Constant> values = new ArrayList<>();
    List<Cell.Words> words = new ArrayList<>();
    for (Cell cell : column.cells()) {
      if (cell instanceof Cell.Words word) {
        if (!word.text().equals("unlimited")) {
          words.add(word);
        } else {
          values.add(Constant.unlimited(word.span()));
        }
      }
      for (Expression part : CellReader.parts(cell)) {
        Optional<Constant> value = folder.fold(part);
        if (value.isEmpty()) {
          return Optional.empty();
        }
        value.filter(v -> v.value() != None.INSTANCE).ifPresent(values::add);
      }
    }
    return words.isEmpty() ? ofValues(column, values) : ofWords(column, words, values);
  }

  private Optional<Type> ofWords(
      TableColumn column, List<Cell.Words> words, List<Constant> values) {
    Optional<Constant> other =
        values.stream().filter(v -> !(v.type() instanceof Type.Text)).findFirst();
    if (other.isPresent()) {
      mixed(column, other.get(), "words such as `" + words.getFirst().text() + "`");
      return Optional.empty();
    }
    List<Declared.OfChoice> fitting =
        declared.choices.values().stream()
            .filter(c -> words.stream().allMatch(w -> c.members().contains(w.text())))
            .toList();
    return Optional.of(
        fitting.size() == 1 && values.isEmpty()
            ? new Type.OfChoice(fitting.getFirst().ref())
            : Type.TEXT);
  }

  private Optional<Type> ofValues(TableColumn column, List<Constant> values) {
    List<Constant> finite = values.stream().filter(v -> v.value() != Unlimited.INSTANCE).toList();
    if (finite.isEmpty()) {
      new Saying(sink, TableProblem.EMPTY_COLUMN, column.span())
          .with("column", column.name())
          .send();
      return Optional.empty();
    }
    Constant first = finite.stream().filter(v -> !v.bare()).findFirst().orElse(finite.getFirst());
    for (Constant value : values) {
      boolean same =
          value.type() instanceof Type.Quantity && first.type() instanceof Type.Quantity
              ? value.bare() || value.unit().equals(first.unit())
              : value.type().equals(first.type());
      if (!same) {
        mixed(column, value, TypeWords.of(first.type()));
        return Optional.empty();
      }
    }
    Unit unit = first.unit();
    return Optional.of(
        first.type() instanceof Type.Quantity
            ? new Type.Quantity(unit, Type.Form.DECIMAL, false)
            : first.type());
  }

  private void mixed(TableColumn column, Constant value, String other) {
    new Saying(sink, TableProblem.MIXED_COLUMN, value.span())
        .with("column", column.name())
        .with("first", other)
        .with("second", TypeWords.of(value.type()))
        .send();
  }
}
