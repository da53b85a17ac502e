package org.loadline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.bound.Suggestions;
import org.loadline.core.Change;
import org.loadline.core.Expr;
import org.loadline.core.ExprWalk;
import org.loadline.model.ChoiceRef;
import org.loadline.model.Entity;
import org.loadline.model.Field;
import org.loadline.model.InputRef;
import org.loadline.model.Param;
import org.loadline.model.RowPath;
import org.loadline.model.Table;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.source.Span;
import org.loadline.syntax.Expression;
import org.loadline.syntax.Name;
import org.loadline.syntax.Supposition;

/** {@code (E given …)}: which inputs may have other values, and of what types these are. */
final class Suppositions {
  private final Checker in;
  private final AddedRows rows;

  Suppositions(Checker in) {
    this.in = in;
    this.rows = new AddedRows(in, this);
  }

  Expr given(Expression.Given given, Scope s, Ask ask) {
    List<Change> changes = new ArrayList<>();
    boolean broken = false;
    for (Supposition change : given.changes()) {
      Optional<Change> typed =
          switch (change) {
            case Supposition.Input input -> input(input, s.unmapped());
            case Supposition.Row row when isGrouped(row.entity()) -> refuseGrouped(row.entity());
            case Supposition.Row row -> rows.row(row, s.unmapped());
          };
      broken |= typed.isEmpty();
      typed.filter(c -> isFirst(c, changes)).ifPresent(changes::add);
    }
    Expr body = in.formulas.check(given.body(), s.elsewhere(), ask);
    return broken || Open.isBroken(body)
        ? Open.broken(given.span())
        : new Expr.Given(type(body, changes), given.span(), body, changes);
  }

  /** A denominator that the text fixed need not be fixed where what it is made of is given. */
  private Type type(Expr body, List<Change> changes) {
    Fixed fixed = new Fixed(in, true);
    boolean differs =
        changes.stream()
            .filter(c -> !(c instanceof Change.OfField))
            .flatMap(c -> ExprWalk.parts(c).stream())
            .anyMatch(value -> !fixed.is(value));
    return differs && body.type() instanceof Type.Quantity q && q.form() != Type.Form.DECIMAL
        ? new Type.Quantity(q.unit(), Type.Form.FRACTION, q.orUnlimited())
        : body.type();
  }

  private boolean isFirst(Change change, List<Change> before) {
    boolean first = before.stream().noneMatch(b -> isSame(b, change));
    if (!first) {
      in.complaints.say(
          SuppositionProblem.CHANGED_TWICE, change.span(), "name", subject(change.span()));
    }
    return first;
  }

  private static String subject(Span span) {
    String text = Quote.of(span);
    return text.contains("=") ? text.substring(0, text.indexOf('=')).strip() : text;
  }

  private static boolean isSame(Change left, Change right) {
    return left instanceof Change.OfField a
            && right instanceof Change.OfField b
            && a.entity().equals(b.entity())
            && a.field() == b.field()
            && keys(a.family()).equals(keys(b.family()))
        || left instanceof Change.OfSystem x
            && right instanceof Change.OfSystem y
            && x.input().equals(y.input())
        || left instanceof Change.OfParam p
            && right instanceof Change.OfParam q
            && p.param().equals(q.param());
  }

  /** Members that are not written may be the same. */
  private static List<Optional<String>> keys(List<Expr> family) {
    boolean written = family.stream().allMatch(Expr.Constant.class::isInstance);
    return written ? family.stream().map(PathKey::of).toList() : List.of();
  }

  private Optional<Change> input(Supposition.Input change, Scope s) {
    Name first = change.path().getFirst();
    return change.path().size() == 1
        ? ofWhole(change, first, s)
        : in.vocabulary
            .kind(first.text())
            .map(entity -> ofRows(change, entity, change.path().get(1), s))
            .orElseGet(() -> unknown(first));
  }

  private Optional<Change> unknown(Name name) {
    List<String> known = new ArrayList<>();
    in.vocabulary.bound().system().forEach(f -> known.add(f.name()));
    in.vocabulary.bound().params().forEach(p -> known.add(p.ref().name()));
    in.vocabulary.bound().entities().stream()
        .filter(e -> !e.written())
        .forEach(e -> known.add(e.name()));
    in.complaints.sayWithHint(
        SuppositionProblem.UNKNOWN_CHANGE,
        name.span(),
        Suggestions.hint(name.text(), known, SuppositionProblem.UNKNOWN_CHANGE.hint()),
        "name",
        name.text());
    return Optional.empty();
  }

  private Optional<Change> refuse(SuppositionProblem problem, Name name, String... values) {
    List<String> all = new ArrayList<>(List.of("name", name.text()));
    all.addAll(List.of(values));
    in.complaints.say(problem, name.span(), all.toArray(String[]::new));
    return Optional.empty();
  }

  private Optional<Change> ofWhole(Supposition.Input change, Name name, Scope s) {
    Optional<InputRef> input = in.vocabulary.input(name.text());
    Optional<Param> param = in.vocabulary.param(name.text());
    if (input.isEmpty() && param.isEmpty()) {
      return notOfWhole(name);
    }
    if (change.where().isPresent()) {
      return refuse(
          SuppositionProblem.WHERE_OF_WHOLE, name, "value", Quote.of(change.value().span()));
    }
    Type type =
        input
            .map(i -> in.vocabulary.bound().system().get(i.index()).type())
            .orElseGet(() -> param.orElseThrow().type());
    param.ifPresent(p -> in.uses.read(p.span()));
    Optional<Expr> value = value(change.value(), type, s);
    return value.map(
        v ->
            input.isPresent()
                ? new Change.OfSystem(input.get(), v, change.span())
                : new Change.OfParam(param.orElseThrow().ref(), v, change.span()));
  }

  private Optional<Change> notOfWhole(Name name) {
    Optional<Entity> owner =
        in.vocabulary.bound().entities().stream()
            .filter(e -> !e.written() && e.field(name.text()).isPresent())
            .findFirst();
    if (owner.isPresent()) {
      return refuse(SuppositionProblem.WHOSE_INPUT, name, "owner", owner.get().name());
    }
    boolean fact =
        in.vocabulary.facts().stream().anyMatch(defined -> defined.name().equals(name.text()));
    return fact ? refuse(SuppositionProblem.WORKED_OUT, name) : unknown(name);
  }

  private Optional<Change> ofRows(Supposition.Input change, Entity entity, Name name, Scope outer) {
    Optional<Field> found = entity.field(name.text());
    if (found.isEmpty()) {
      if (in.vocabulary.fact(Optional.of(entity.ref()), name.text()).isPresent()) {
        return refuse(SuppositionProblem.WORKED_OUT, name);
      }
      in.complaints.sayWithHint(
          FormulaProblem.UNKNOWN_PART,
          name.span(),
          in.vocabulary.partHint(name.text(), entity.ref()),
          "owner",
          "A row of `" + entity.name() + "`",
          "name",
          name.text());
      return Optional.empty();
    }
    Field field = found.get();
    if (in.groups.isDecidedBy(entity.ref(), field.index())) {
      return refuseGrouped(name);
    }
    if (field.role() != Field.Role.INPUT || isTableKey(entity, field)) {
      return refuse(SuppositionProblem.FOUND_BY, name, "entity", entity.name());
    }
    int slot = outer.frame().slot();
    RowPath path = in.paths.fresh(entity.name(), outer.around());
    Type.RowOf whose = new Type.RowOf(entity.ref(), path);
    Expr row = new Expr.Local(whose, name.span(), slot, entity.name());
    Scope s =
        outer
            .withRow(row, entity.ref(), path.root())
            .withVariable(entity.name(), row, path.root())
            .with(new Scope.Layer.Whose(whose));
    Optional<List<Expr>> family = family(field, change.family(), name, outer);
    Optional<Expr> where = change.where().map(w -> in.formulas.condition(w, s));
    Scope kept =
        where.filter(w -> !Open.isBroken(w)).map(w -> s.knowing(Shown.by(w, true))).orElse(s);
    Type type = in.paths.seenFrom(field.type(), RowPath.SELF, path);
    Optional<Expr> value = value(change.value(), type, kept);
    if (family.isEmpty() || value.isEmpty() || where.filter(Open::isBroken).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        new Change.OfField(
            entity.ref(),
            field.index(),
            family.get(),
            slot,
            entity.name(),
            where,
            value.get(),
            change.span()));
  }

  private boolean isGrouped(Name entity) {
    return in.vocabulary.kind(entity.text()).filter(e -> in.groups.areGrouped(e.ref())).isPresent();
  }

  private Optional<Change> refuseGrouped(Name name) {
    in.complaints.say(OrderProblem.GROUP_SUPPOSED, name.span(), "name", name.text());
    return Optional.empty();
  }

  /** Whether lookups in a table find rows by a field. */
  private boolean isTableKey(Entity entity, Field field) {
    return in.vocabulary.bound().tables().stream()
        .filter(table -> table.rows().equals(entity.ref()))
        .flatMap(table -> table.keys().stream())
        .anyMatch(
            key ->
                switch (key.match()) {
                  case Table.Match.ByCell cells -> false;
                  case Table.Match.Equal(int of) -> of == field.index();
                  case Table.Match.FromBound(int of) -> of == field.index();
                });
  }

  /** The members that say which column of a family is meant. */
  private Optional<List<Expr>> family(Field field, List<Name> names, Name at, Scope s) {
    if (names.size() != field.family().size()) {
      String choices = String.join(", ", field.family().stream().map(ChoiceRef::name).toList());
      in.complaints.say(
          field.family().isEmpty()
              ? FormulaProblem.TAKES_NO_ARGUMENTS
              : FormulaProblem.NEEDS_ARGUMENTS,
          at.span(),
          "name",
          at.text(),
          "parameters",
          choices);
      return Optional.empty();
    }
    List<Expr> members = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Type expected = new Type.OfChoice(field.family().get(i));
      Expr member =
          in.fitness.present(
              in.formulas.check(new Expression.Reference(names.get(i)), s, Ask.of(expected)));
      members.add(fitting(member, expected, s));
    }
    return Open.anyBroken(members) ? Optional.empty() : Optional.of(members);
  }

  /** A value of an input's type: a decimal, and {@code none} only where the input may be. */
  Optional<Expr> value(Expression written, Type type, Scope s) {
    Expr value = fitting(in.formulas.check(written, s, Ask.of(type.present())), type, s);
    return Open.isBroken(value) ? Optional.empty() : Optional.of(value);
  }

  private Expr fitting(Expr value, Type type, Scope s) {
    if (Open.isBroken(value)) {
      return value;
    }
    if (value.type() instanceof Type.Nothing && type.isOptional()) {
      return value;
    }
    boolean optional = value.type().isOptional() && !type.isOptional();
    boolean endless =
        value.type().present() instanceof Type.Quantity q
            && q.orUnlimited()
            && type.present() instanceof Type.Quantity declared
            && !declared.orUnlimited();
    if (optional || endless || !in.fitness.fits(value.type().present(), type.present(), s)) {
      return in.complaints.expected(type, value);
    }
    if (value.type().present() instanceof Type.Quantity q && q.form() != Type.Form.DECIMAL) {
      return in.complaints.say(
          SuppositionProblem.GIVEN_FRACTION, value.span(), "value", Quote.of(value.span()));
    }
    Unit unit = type.present() instanceof Type.Quantity q ? q.unit() : Unit.ONE;
    return Retyping.inUnit(value, unit);
  }
}
