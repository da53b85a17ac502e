package org.loadline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.loadline.bound.Suggestions;
import org.loadline.core.Expr;
import org.loadline.model.Entity;
import org.loadline.model.Field;
import org.loadline.model.RowPath;
import org.loadline.model.Table;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.source.Span;
import org.loadline.syntax.Expression;
import org.loadline.syntax.Name;

/** Tables that are looked up: the row that their keys find, or what a column comes to there. */
final class Lookups {
  private final Checker in;

  Lookups(Checker in) {
    this.in = in;
  }

  /**
   * {@code tiers(notional)}: the row, the value of a grid, or a slope whose column is to be said.
   */
  Denoted lookup(Denoted.Lookable target, Expression.Call call, Scope s) {
    Table table = target.table();
    if (table.keys().isEmpty()) {
      unkeyed(table, call.span());
      return new Denoted.Broken();
    }
    if (call.arguments().size() != table.keys().size()) {
      in.complaints.say(
          FormulaProblem.WRONG_ARGUMENT_COUNT,
          call.span(),
          "name",
          table.ref().name(),
          "expected",
          table.keys().size() + (table.keys().size() == 1 ? " key" : " keys"),
          "given",
          call.arguments().size() + (call.arguments().size() == 1 ? " stands" : " stand"),
          "parameters",
          Names.keys(table));
      return new Denoted.Broken();
    }
    RowPath row = in.paths.fresh(Quote.of(call.span()), s.around());
    owner(table, target.owner(), row);
    List<Expr> keys = new ArrayList<>();
    for (int i = 0; i < table.keys().size(); i++) {
      Table.Key key = table.keys().get(i);
      Expression argument = call.arguments().get(i).value();
      Type wanted = in.paths.seenFrom(key.type().present(), RowPath.SELF, row);
      Expr value = in.fitness.present(in.formulas.check(argument, s, Ask.of(wanted)));
      keys.add(
          in.keyedRows.asKey(
              value, wanted, key.match() instanceof Table.Match.Equal ? "a key" : "", s));
    }
    if (Open.anyBroken(keys)) {
      return new Denoted.Broken();
    }
    if (table.mode() != Table.Mode.ROW) {
      return new Denoted.Slope(table, target.owner(), keys);
    }
    Expr.Lookup lookup =
        new Expr.Lookup(
            new Type.RowOf(table.rows(), row), call.span(), table.ref(), target.owner(), keys);
    RowPath path = in.keyedRows.path(lookup, s, call.span());
    owner(table, target.owner(), path);
    Expr typed = Retyping.as(lookup, new Type.RowOf(table.rows(), path));
    if (!table.grid()) {
      return Denoted.value(s.shown().narrowed(typed));
    }
    Entity rows = in.vocabulary.entity(table.rows());
    return Denoted.value(
        in.parts.read(typed, rows, columns(table).getLast(), List.of(), call.span(), s));
  }

  /** A table that could not be built has no columns either, and has been reported. */
  private void unkeyed(Table table, Span span) {
    if (!in.vocabulary.entity(table.rows()).fields().isEmpty()) {
      in.complaints.sayWithHint(
          FormulaProblem.TAKES_NO_ARGUMENTS,
          span,
          "Say what the table is looked up by: `table " + table.ref().name() + " by …`.",
          "name",
          table.ref().name());
    }
  }

  private void owner(Table table, Optional<Expr> owner, RowPath row) {
    if (table.owner().isPresent() && owner.flatMap(Denoted::row).isPresent()) {
      Field field = in.vocabulary.entity(table.rows()).fields().get(table.owner().getAsInt());
      in.paths.leads(row.then(field.name()), Denoted.row(owner.get()).orElseThrow().path());
    }
  }

  /** The columns that a lookup is for: neither keys nor references. */
  List<Field> columns(Table table) {
    return in.vocabulary.entity(table.rows()).fields().stream()
        .filter(f -> f.role() == Field.Role.INPUT)
        .filter(f -> table.keys().stream().noneMatch(k -> k.name().equals(f.name())))
        .filter(f -> table.keys().stream().noneMatch(k -> isKey(k, f)))
        .toList();
  }

  private static boolean isKey(Table.Key key, Field field) {
    return switch (key.match()) {
      case Table.Match.ByCell cells -> false;
      case Table.Match.FromBound from -> from.field() == field.index();
      case Table.Match.Equal equal -> equal.field() == field.index();
    };
  }

  private static boolean isNumber(Field field) {
    return field.type() instanceof Type.Quantity;
  }

  Expr onlyColumn(Denoted.Slope slope, Span span) {
    List<Field> columns =
        columns(slope.table()).stream().filter(f -> f.type() instanceof Type.Quantity).toList();
    if (columns.size() != 1) {
      return in.complaints.say(
          FormulaProblem.COLUMN_NEEDED,
          span,
          "mode",
          slope.table().mode().name().toLowerCase(Locale.ROOT),
          "name",
          slope.table().ref().name(),
          "column",
          columns.isEmpty() ? "column" : columns.getFirst().name());
    }
    return slope(slope, columns.getFirst(), span);
  }

  Denoted column(Denoted.Slope slope, Name name, Span span) {
    Optional<Field> column =
        columns(slope.table()).stream().filter(f -> f.name().equals(name.text())).findFirst();
    if (column.isPresent()) {
      return Denoted.value(slope(slope, column.get(), span));
    }
    List<String> known = columns(slope.table()).stream().map(Field::name).toList();
    in.complaints.sayWithHint(
        FormulaProblem.UNKNOWN_PART,
        name.span(),
        Suggestions.hint(name.text(), known, FormulaProblem.UNKNOWN_PART.hint()),
        "owner",
        "The table `" + slope.table().ref() + "`",
        "name",
        name.text());
    return new Denoted.Broken();
  }

  private Expr slope(Denoted.Slope slope, Field column, Span span) {
    Table table = slope.table();
    RowPath row = in.paths.fresh(table.ref().name(), Set.of());
    owner(table, slope.owner(), row);
    Type seen = in.paths.seenFrom(column.type(), RowPath.SELF, row);
    if (!(seen instanceof Type.Quantity cell)) {
      boolean said = seen.isOptional() || columns(table).stream().noneMatch(Lookups::isNumber);
      if (said) {
        return Open.broken(span);
      }
      return in.complaints.say(
          TypeProblem.NOT_A_NUMBER, span, "sign", table.ref().name(), "given", TypeText.of(seen));
    }
    Type.Form form = Type.Form.DECIMAL;
    Unit unit = cell.unit();
    for (Expr key : slope.keys()) {
      if (key.type() instanceof Type.Quantity q) {
        form = form.join(q.form());
        unit = table.mode() == Table.Mode.MARGINAL ? unit.times(q.unit()) : unit;
      }
    }
    if (table.mode() == Table.Mode.MARGINAL) {
      return new Expr.Marginal(
          new Type.Quantity(unit, form, false),
          span,
          table.ref(),
          slope.owner(),
          slope.keys(),
          column.index());
    }
    boolean written = in.vocabulary.entity(table.rows()).written();
    Type.Form line = written ? Type.Form.FIXED_FRACTION : Type.Form.FRACTION;
    return new Expr.Interpolated(
        new Type.Quantity(unit, line.join(form), false),
        span,
        table.ref(),
        slope.owner(),
        slope.keys(),
        column.index());
  }
}
