package org.loadline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.loadline.values.Text;

/** Rows that are found: by their key, among the children of a row, or by the keys of a table. */
final class Lookups {
  private final Checker in;

  Lookups(Checker in) {
    this.in = in;
  }

  /** {@code fund.insurance}: the row of that key. */
  Denoted named(Entity entity, Name key, Scope s) {
    if (!s.isTest() && in.vocabulary.parts(entity.ref()).contains(key.text())) {
      return partOfNoRow(entity, key);
    }
    Optional<Field> field = keyField(entity);
    boolean oneOfMany = entity.parent().isPresent() && !s.isTest();
    if (field.isEmpty() || !(field.get().type() instanceof Type.Text) || oneOfMany) {
      in.complaints.say(
          FormulaProblem.NO_KEY,
          key.span(),
          "entity",
          entity.name(),
          "given",
          "the name `" + key.text() + "`",
          "identity",
          identity(entity));
      return new Denoted.Broken();
    }
    Expr text = new Expr.Constant(Type.TEXT, key.span(), new Text(key.text()));
    return Denoted.value(
        found(
            entity,
            Optional.empty(),
            Optional.empty(),
            List.of(field.get()),
            List.of(text),
            key.span(),
            s));
  }

  /** {@code venue.fee}, where {@code fee} is what each venue has, means no venue of that name. */
  private Denoted partOfNoRow(Entity entity, Name part) {
    in.complaints.sayWithHint(
        FormulaProblem.ENTITY_IS_NOT_A_ROW,
        part.span(),
        keyField(entity).isPresent()
            ? "Every {name} has its own `{part}`: name one by its key, as in"
                + " `{name}(\"…\").{part}`, or write `{part}` alone inside `for each {name}`."
            : "Every {name} has its own `{part}`: write it alone inside `for each {name}`.",
        "name",
        entity.name(),
        "part",
        part.text());
    return new Denoted.Broken();
  }

  private static Optional<Field> keyField(Entity entity) {
    return entity.key().isPresent()
        ? Optional.of(entity.fields().get(entity.key().getAsInt()))
        : Optional.empty();
  }

  private static String identity(Entity entity) {
    return entity.identity().stream()
        .map(f -> "`" + f.name() + "`")
        .collect(Collectors.joining(" and "));
  }

  /** {@code accounts(1)}, {@code account.holdings(token)}: a row by its key or its references. */
  Denoted keyed(
      Entity entity, Optional<Expr> parent, Optional<Integer> over, Expression.Call call, Scope s) {
    List<Field> fields =
        keyField(entity)
            .map(List::of)
            .orElseGet(
                () ->
                    entity.identity().stream()
                        .filter(f -> over.filter(o -> o == f.index()).isEmpty())
                        .toList());
    if (fields.isEmpty() || fields.size() != call.arguments().size()) {
      in.complaints.say(
          FormulaProblem.NO_KEY,
          call.span(),
          "entity",
          entity.name(),
          "given",
          call.arguments().size() + (call.arguments().size() == 1 ? " value" : " values"),
          "identity",
          fields.isEmpty()
              ? "nothing but their order"
              : fields.stream()
                  .map(f -> "`" + f.name() + "`")
                  .collect(Collectors.joining(" and ")));
      return new Denoted.Broken();
    }
    List<Expr> keys = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      Expression argument = call.arguments().get(i).value();
      Type wanted = fields.get(i).type().present();
      Expr key = in.fitness.present(in.formulas.check(argument, s, Ask.of(wanted)));
      keys.add(asKey(key, wanted, "a key", s));
    }
    return Open.anyBroken(keys)
        ? new Denoted.Broken()
        : Denoted.value(found(entity, parent, over, fields, keys, call.span(), s));
  }

  private Expr found(
      Entity entity,
      Optional<Expr> parent,
      Optional<Integer> over,
      List<Field> fields,
      List<Expr> keys,
      Span span,
      Scope s) {
    List<Integer> places = Stream.concat(over.stream(), fields.stream().map(Field::index)).toList();
    Type anyhow = new Type.RowOf(entity.ref(), RowPath.self(entity.name()));
    Expr.RowWithKey row = new Expr.RowWithKey(anyhow, span, entity.ref(), parent, places, keys);
    RowPath path = path(row, s, span);
    parent
        .flatMap(Denoted::row)
        .ifPresent(
            p ->
                in.paths.leads(
                    path.then(entity.fields().get(over.orElseThrow()).name()), p.path()));
    for (int i = 0; i < keys.size(); i++) {
      String reference = fields.get(i).name();
      Denoted.row(keys.get(i)).ifPresent(k -> in.paths.leads(path.then(reference), k.path()));
    }
    Expr typed = Retyping.as(row, new Type.RowOf(entity.ref(), path));
    return s.shown().narrowed(typed);
  }

  /** One formula finds one row, so it has one path wherever it stands in a definition. */
  private RowPath path(Expr found, Scope s, Span span) {
    Optional<String> key = PathKey.of(found);
    boolean constant =
        found instanceof Expr.RowWithKey r
            && r.parent().isEmpty()
            && r.keys().stream().allMatch(Expr.Constant.class::isInstance);
    RowPath fresh = in.paths.fresh(Quote.of(span), constant ? java.util.Set.of() : s.around());
    return key.map(k -> s.frame().found().computeIfAbsent(k, x -> fresh)).orElse(fresh);
  }

  /** What to write where a row is wanted and its key stands. */
  private Optional<String> rowOf(Type wanted, Expr key, Scope s) {
    return wanted instanceof Type.RowOf row
        ? keyField(in.vocabulary.entity(row.entity()))
            .filter(field -> in.fitness.fits(key.type(), field.type(), s))
            .map(field -> "Write `" + row.entity() + "(" + Quote.of(key.span()) + ")`.")
        : Optional.empty();
  }

  /** A key must have the type of what it is held against; a fraction is no key of equality. */
  private Expr asKey(Expr key, Type wanted, String what, Scope s) {
    if (Open.isBroken(key)) {
      return key;
    }
    if (!in.fitness.fits(key.type(), wanted, s)) {
      if (key.type() instanceof Type.Quantity && wanted instanceof Type.Quantity) {
        Expr stand = new Expr.Constant(wanted, key.span(), org.loadline.values.Exact.ONE);
        return in.fitness.mismatch(key, stand, "compare", key.span());
      }
      return in.complaints.sayWithHint(
          TypeProblem.EXPECTED,
          key.span(),
          rowOf(wanted, key, s).orElse(TypeProblem.EXPECTED.hint()),
          "expected",
          TypeText.of(wanted),
          "given",
          TypeText.of(key.type()));
    }
    if (key.type() instanceof Type.Quantity q && q.orUnlimited()) {
      return in.fitness.finite(key, "a lookup");
    }
    if (!what.isEmpty() && key.type() instanceof Type.Quantity q && q.form() != Type.Form.DECIMAL) {
      return in.complaints.say(TypeProblem.DECIMAL_NEEDED, key.span(), "what", what);
    }
    return wanted instanceof Type.Quantity q ? Retyping.inUnit(key, q.unit()) : key;
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
      keys.add(asKey(value, wanted, key.match() instanceof Table.Match.Equal ? "a key" : "", s));
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
    RowPath path = path(lookup, s, call.span());
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
          slope.table().mode().name().toLowerCase(java.util.Locale.ROOT),
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
    RowPath row = in.paths.fresh(table.ref().name(), java.util.Set.of());
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
