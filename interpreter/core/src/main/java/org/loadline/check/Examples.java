package org.loadline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.bound.Suggestions;
import org.loadline.core.ExampleRow;
import org.loadline.core.Expr;
import org.loadline.model.RowPath;
import org.loadline.model.Table;
import org.loadline.model.Type;
import org.loadline.source.Span;
import org.loadline.syntax.Cell;
import org.loadline.syntax.Declaration;
import org.loadline.syntax.Expression;
import org.loadline.syntax.HeaderCell;
import org.loadline.syntax.Name;
import org.loadline.syntax.TableRow;
import org.loadline.values.Value;

/** Examples of a table or a function: keys or arguments, and what each column should be. */
final class Examples {
  private static final String REMARK = "why";

  private final Checker in;
  private final Declaration.Examples examples;

  Examples(Checker in, Declaration.Examples examples) {
    this.in = in;
    this.examples = examples;
  }

  /** What is given and what comes out, by name; the type of a key or parameter, if it says it. */
  private record Subject(List<String> given, List<Optional<Type>> types, boolean single) {}

  List<ExampleRow> rows() {
    Optional<Subject> subject = subject();
    if (subject.isEmpty() || !hasEvery(subject.get())) {
      return List.of();
    }
    List<Optional<Type>> columns = columns(subject.get());
    List<ExampleRow> rows = new ArrayList<>();
    for (TableRow row : examples.rows()) {
      if (row.cells().size() == examples.header().size()) {
        row(subject.get(), columns, row).ifPresent(rows::add);
      } else {
        in.complaints.say(
            FormulaProblem.ROW_WIDTH,
            row.span(),
            "given",
            Quote.cells(row.cells().size()),
            "expected",
            String.valueOf(examples.header().size()));
      }
    }
    return rows;
  }

  private Optional<Subject> subject() {
    Name name = examples.subject();
    Optional<Table> table =
        in.vocabulary.bound().tables().stream()
            .filter(t -> t.ref().name().equals(name.text()))
            .findFirst();
    if (table.isPresent()) {
      in.uses.read(table.get().span());
      if (!in.vocabulary.entity(table.get().rows()).written()) {
        in.complaints.say(
            FormulaProblem.NO_EXAMPLES_OF_SNAPSHOT, name.span(), "subject", name.text());
        return Optional.empty();
      }
      return Optional.of(
          new Subject(
              table.get().keys().stream().map(Table.Key::name).toList(),
              table.get().keys().stream().map(k -> Optional.of(k.type())).toList(),
              table.get().grid()));
    }
    Optional<Declaration.Function> function = in.vocabulary.function(name.text());
    if (function.isPresent()) {
      return Optional.of(
          new Subject(
              function.get().parameters().stream().map(p -> p.name().text()).toList(),
              function.get().parameters().stream()
                  .map(p -> p.type().flatMap(t -> in.types.read(t, WrittenValues.nowhere())))
                  .toList(),
              false));
    }
    List<String> known = new ArrayList<>();
    in.vocabulary.bound().tables().forEach(t -> known.add(t.ref().name()));
    in.vocabulary.bound().functions().forEach(f -> known.add(f.name().text()));
    in.complaints.sayWithHint(
        FormulaProblem.UNKNOWN_SUBJECT,
        name.span(),
        Suggestions.hint(name.text(), known, FormulaProblem.UNKNOWN_SUBJECT.hint()),
        "name",
        name.text());
    return Optional.empty();
  }

  private boolean hasEvery(Subject subject) {
    boolean all = true;
    for (String given : subject.given) {
      if (examples.header().stream().noneMatch(h -> h.text().equals(given))) {
        all = false;
        in.complaints.say(
            FormulaProblem.MISSING_COLUMN,
            examples.subject().span(),
            "subject",
            examples.subject().text(),
            "name",
            given);
      }
    }
    return all;
  }

  /** The types that the columns of arguments say, where the subject leaves them open. */
  private List<Optional<Type>> columns(Subject subject) {
    List<Optional<Type>> columns = new ArrayList<>();
    for (int i = 0; i < subject.given.size(); i++) {
      Optional<Type> type =
          subject.types.get(i).isPresent()
              ? Optional.empty()
              : examples
                  .header()
                  .get(place(subject.given.get(i)))
                  .type()
                  .flatMap(t -> in.types.read(t, WrittenValues.nowhere()));
      columns.add(type.filter(t -> !(t instanceof Type.RowOf)));
    }
    return columns;
  }

  private Optional<ExampleRow> row(Subject subject, List<Optional<Type>> columns, TableRow row) {
    Scope s = WrittenValues.nowhere().loosely();
    List<Expression.Argument> arguments = new ArrayList<>();
    for (int i = 0; i < subject.given.size(); i++) {
      Cell cell = row.cells().get(place(subject.given.get(i)));
      Expression value = argument(cell, subject.types.get(i));
      if (columns.get(i).isPresent() && !isSentinel(value)) {
        // The call is made with a value of the column's type, by a name that nobody can write.
        Type type = columns.get(i).get();
        Optional<Value> typed = new WrittenValues(in).of(value, type, s);
        if (typed.isEmpty()) {
          return Optional.empty();
        }
        String name = "column " + subject.given.get(i);
        s = s.withVariable(name, new Expr.Constant(type, cell.span(), typed.get()), RowPath.SELF);
        value = new Expression.Reference(new Name(name, cell.span()));
      }
      arguments.add(
          new Expression.Argument(
              Optional.empty(), value, Optional.empty(), Optional.empty(), cell.span()));
    }
    Expression call =
        new Expression.Call(
            new Expression.Reference(examples.subject()), arguments, Optional.empty(), row.span());
    List<ExampleRow.Check> checks = new ArrayList<>();
    for (int i = 0; i < examples.header().size(); i++) {
      HeaderCell head = examples.header().get(i);
      if (!head.text().equals(REMARK) && !subject.given.contains(head.text())) {
        check(subject, call, head, row.cells().get(i), s).ifPresent(checks::add);
      }
    }
    return Optional.of(new ExampleRow(examples.subject().text(), checks, row.span()));
  }

  private int place(String name) {
    for (int i = 0; i < examples.header().size(); i++) {
      if (examples.header().get(i).text().equals(name)) {
        return i;
      }
    }
    throw new IllegalStateException("the header was checked: " + name);
  }

  /** Whether a cell says that there is no value or no limit, which a column's type need not. */
  private static boolean isSentinel(Expression value) {
    return value instanceof Expression.NoneLiteral
        || (value instanceof Expression.Reference r && r.name().text().equals("unlimited"));
  }

  /** Words are a text where a text is wanted, a member of a choice elsewhere. */
  private static Expression argument(Cell cell, Optional<Type> wanted) {
    return cell instanceof Cell.Words words
            && wanted.filter(t -> t.present() instanceof Type.Text).isPresent()
        ? new Expression.TextLiteral(words.text(), words.span())
        : WrittenValues.formula(cell);
  }

  private Optional<ExampleRow.Check> check(
      Subject subject, Expression call, HeaderCell head, Cell cell, Scope s) {
    Span span = cell.span();
    Expression actual =
        subject.single
            ? call
            : new Expression.Member(call, new Name(head.text(), head.span()), span);
    Expr typed = in.formulas.check(actual, s, Ask.PLAIN);
    if (Open.isBroken(typed)) {
      return Optional.empty();
    }
    return new WrittenValues(in)
        .of(WrittenValues.formula(cell), typed.type(), s)
        .map(
            value ->
                new ExampleRow.Check(
                    head.text(), Rebuilding.settled(typed), s.frame().slots(), value, span));
  }
}
