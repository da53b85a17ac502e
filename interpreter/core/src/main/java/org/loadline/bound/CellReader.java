package org.loadline.bound;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.model.Table.CellRule;
import org.loadline.model.Type;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Span;
import org.loadline.syntax.Cell;
import org.loadline.syntax.Expression;
import org.loadline.syntax.Name;
import org.loadline.values.Exact;
import org.loadline.values.None;
import org.loadline.values.Text;
import org.loadline.values.Unlimited;
import org.loadline.values.Value;

/** Reads the cells of a column whose type is known. */
final class CellReader {
  private final ColumnTypes types;
  private final ConstantFolder folder;
  private final DiagnosticSink sink;

  CellReader(Declared declared, DiagnosticSink sink) {
    this.types = new ColumnTypes(declared, sink);
    this.folder = new ConstantFolder(declared, new NoRow(sink), sink);
    this.sink = sink;
  }

  /** The expressions that a cell is made of. */
  static List<Expression> parts(Cell cell) {
    return switch (cell) {
      case Cell.Scalar scalar -> List.of(scalar.literal());
      case Cell.Below below -> List.of(below.bound());
      case Cell.UpTo upTo -> List.of(upTo.bound());
      case Cell.From from -> List.of(from.bound());
      case Cell.FromBelow range -> List.of(range.from(), range.below());
      case Cell.Between range -> List.of(range.from(), range.to());
      case Cell.Words words -> List.of();
      case Cell.Otherwise otherwise -> List.of();
      case Cell.OtherSide otherSide -> List.of();
    };
  }

  /** The column with its cells; empty if something in it cannot be read, which is reported. */
  Optional<ReadColumn> read(TableColumn column) {
    Optional<Type> type = types.of(column);
    if (type.isEmpty()) {
      return Optional.empty();
    }
    List<CellRule> rules = new ArrayList<>();
    for (Cell cell : column.cells()) {
      rule(column, cell, type.get()).ifPresent(rules::add);
    }
    if (rules.size() < column.cells().size()) {
      return Optional.empty();
    }
    boolean percent =
        column.cells().stream()
            .flatMap(cell -> parts(cell).stream())
            .anyMatch(part -> part.span().text().endsWith("%"));
    boolean whole = isCount(column);
    return Optional.of(
        new ReadColumn(
            column.name(),
            column.span(),
            whole(type.get(), rules),
            whole,
            percent,
            rules,
            column.cells().stream().map(Cell::span).toList()));
  }

  /** The type with what its cells add: {@code or unlimited}, {@code or none}. */
  private static Type whole(Type type, List<CellRule> rules) {
    List<Value> values =
        rules.stream()
            .filter(CellRule.Exactly.class::isInstance)
            .map(rule -> ((CellRule.Exactly) rule).value())
            .toList();
    Type whole =
        type instanceof Type.Quantity quantity && values.contains(Unlimited.INSTANCE)
            ? new Type.Quantity(quantity.unit(), quantity.form(), true)
            : type;
    return values.contains(None.INSTANCE) ? new Type.OrNone(whole) : whole;
  }

  private Optional<CellRule> rule(TableColumn column, Cell cell, Type type) {
    return switch (cell) {
      case Cell.Scalar scalar -> exactly(column, scalar.literal(), type);
      case Cell.Words words -> words(column, words, type);
      case Cell.Below below -> bound(column, cell, below.bound(), type).map(CellRule.Below::new);
      case Cell.UpTo upTo -> bound(column, cell, upTo.bound(), type).map(CellRule.UpTo::new);
      case Cell.From from -> bound(column, cell, from.bound(), type).map(CellRule.From::new);
      case Cell.FromBelow range -> {
        Optional<Exact> from = bound(column, cell, range.from(), type);
        Optional<Exact> below = bound(column, cell, range.below(), type);
        yield from.isEmpty() || below.isEmpty() || isEmpty(from.get(), below.get(), false, cell)
            ? Optional.empty()
            : Optional.of(new CellRule.FromBelow(from.get(), below.get()));
      }
      case Cell.Between range -> {
        Optional<Exact> from = bound(column, cell, range.from(), type);
        Optional<Exact> to = bound(column, cell, range.to(), type);
        yield from.isEmpty() || to.isEmpty() || isEmpty(from.get(), to.get(), true, cell)
            ? Optional.empty()
            : Optional.of(new CellRule.Between(from.get(), to.get()));
      }
      case Cell.Otherwise otherwise ->
          isKey(column, cell) ? Optional.of(new CellRule.Otherwise()) : Optional.empty();
      case Cell.OtherSide otherSide -> {
        new Saying(sink, TableProblem.OTHER_SIDE, cell.span()).send();
        yield Optional.empty();
      }
    };
  }

  private Optional<CellRule> exactly(TableColumn column, Expression literal, Type type) {
    Optional<Constant> value = folder.fold(literal, column.key() ? type : new Type.OrNone(type));
    return value
        .filter(v -> !isCount(column) || new Fitting(sink).isCount(v))
        .flatMap(v -> value(column, v.value(), literal.span()));
  }

  private static boolean isCount(TableColumn column) {
    return column.typed().or(column::alsoTyped).filter(TypeReader::isCount).isPresent();
  }

  private Optional<CellRule> words(TableColumn column, Cell.Words words, Type type) {
    if (words.text().equals("unlimited") && type instanceof Type.Quantity) {
      return value(column, Unlimited.INSTANCE, words.span());
    }
    if (type instanceof Type.Text) {
      return value(column, new Text(words.text()), words.span());
    }
    Optional<Constant> member =
        type instanceof Type.OfChoice
            ? folder.fold(new Expression.Reference(new Name(words.text(), words.span())), type)
            : new Fitting(sink)
                .fit(new Constant(Type.TEXT, new Text(words.text()), false, words.span()), type);
    return member.flatMap(m -> value(column, m.value(), words.span()));
  }

  private Optional<CellRule> value(TableColumn column, Value value, Span span) {
    if (column.key() && (value == None.INSTANCE || value == Unlimited.INSTANCE)) {
      new Saying(sink, TableProblem.KEY_WITHOUT_VALUE, span).with("text", Excerpt.of(span)).send();
      return Optional.empty();
    }
    return Optional.of(new CellRule.Exactly(value));
  }

  private Optional<Exact> bound(TableColumn column, Cell cell, Expression bound, Type type) {
    if (!isKey(column, cell)) {
      return Optional.empty();
    }
    boolean ordered =
        type instanceof Type.Quantity || type instanceof Type.Date || type instanceof Type.Instant;
    if (!ordered) {
      new Saying(sink, TableProblem.BOUND_WITHOUT_ORDER, cell.span())
          .with("column", column.name())
          .with("kind", TypeWords.of(type))
          .send();
      return Optional.empty();
    }
    return folder.fold(bound, type).map(Constant::exact);
  }

  private boolean isKey(TableColumn column, Cell cell) {
    if (!column.key()) {
      new Saying(sink, TableProblem.BOUND_OUTSIDE_KEY, cell.span())
          .with("text", Excerpt.of(cell.span()))
          .with("column", column.name())
          .send();
    }
    return column.key();
  }

  private boolean isEmpty(Exact from, Exact to, boolean closed, Cell cell) {
    boolean empty = closed ? from.compareTo(to) > 0 : from.compareTo(to) >= 0;
    if (empty) {
      new Saying(sink, TableProblem.EMPTY_RANGE, cell.span())
          .with("text", Excerpt.of(cell.span()))
          .send();
    }
    return empty;
  }
}
