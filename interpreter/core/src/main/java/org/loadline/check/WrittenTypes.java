package org.loadline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.bound.Bound;
import org.loadline.bound.TypeNames;
import org.loadline.bound.TypeReader;
import org.loadline.core.Expr;
import org.loadline.model.ChoiceRef;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.RowPath;
import org.loadline.model.Type;
import org.loadline.source.Span;
import org.loadline.syntax.Expression;
import org.loadline.syntax.Name;
import org.loadline.syntax.TypeExpression;

/** Types and units named inside definitions, where a unit of a row belongs to a row in reach. */
final class WrittenTypes implements TypeNames {
  private final Checker in;

  WrittenTypes(Checker in) {
    this.in = in;
  }

  Optional<Type> read(TypeExpression written, Scope s) {
    written.factors().forEach(f -> f.name().ifPresent(this::used));
    return new TypeReader(this, in.sink).read(written, (u, of, at) -> owner(u, of, at, s));
  }

  /** The choice, if a type as written is one: it decides what a bare word means. */
  Optional<Type> expected(TypeExpression written) {
    return written.factors().size() == 1
        ? written
            .factors()
            .getFirst()
            .name()
            .flatMap(n -> choiceNamed(n.text()))
            .map(Type.OfChoice::new)
        : Optional.empty();
  }

  private void used(Name name) {
    unit(name.text()).ifPresent(u -> in.uses.read(u.span()));
    in.vocabulary.choice(name.text()).ifPresent(c -> in.uses.read(c.span()));
  }

  /** The row that a unit belongs to: as written, else a row around or its only reference to one. */
  Optional<RowPath> owner(Bound.UnitName unit, List<Name> written, Span at, Scope s) {
    EntityRef owner = unit.owner().orElseThrow();
    if (!written.isEmpty()) {
      return path(written, owner, s);
    }
    for (Type.RowOf row : around(s)) {
      List<RowPath> found = owners(row, owner);
      if (found.size() == 1) {
        return Optional.of(found.getFirst());
      }
      if (found.size() > 1) {
        in.complaints.say(
            TypeProblem.SEVERAL_OWNERS,
            at,
            "unit",
            unit.name(),
            "paths",
            String.join(", ", found.stream().map(p -> "`" + p + "`").toList()),
            "first",
            found.getFirst().references().getLast());
        return Optional.empty();
      }
    }
    String hint =
        s.isTest()
            ? "In a test, compare the plain number: `… as number = 3`; or a multiple of a field of"
                + " that {entity}."
            : TypeProblem.UNIT_NEEDS_ROW.hint();
    in.complaints.sayWithHint(
        TypeProblem.UNIT_NEEDS_ROW, at, hint, "unit", unit.name(), "entity", owner.name());
    return Optional.empty();
  }

  /**
   * The row that a value is for, the row of the definition, then rows of aggregates and the like.
   */
  private static List<Type.RowOf> around(Scope s) {
    List<Type.RowOf> around = new ArrayList<>();
    s.layers().stream()
        .filter(Scope.Layer.Whose.class::isInstance)
        .forEach(layer -> around.add(((Scope.Layer.Whose) layer).row()));
    s.frame().row().ifPresent(row -> add(row, around));
    for (Scope.Layer layer : s.layers()) {
      switch (layer) {
        case Scope.Layer.Row row -> add(row.row(), around);
        case Scope.Layer.Variable variable -> add(variable.value(), around);
        default -> {}
      }
    }
    return around;
  }

  private static void add(Expr row, List<Type.RowOf> rows) {
    if (row.type() instanceof Type.RowOf of) {
      rows.add(of);
    }
  }

  private List<RowPath> owners(Type.RowOf row, EntityRef owner) {
    if (row.entity().equals(owner)) {
      return List.of(row.path());
    }
    return in.vocabulary.entity(row.entity()).fields().stream()
        .filter(Field::leadsToRow)
        .filter(f -> f.type().present() instanceof Type.RowOf to && to.entity().equals(owner))
        .map(f -> in.paths.shortened(row.path().then(f.name())))
        .toList();
  }

  private Optional<RowPath> path(List<Name> written, EntityRef owner, Scope s) {
    Expression walk = new Expression.Reference(written.getFirst());
    for (Name name : written.subList(1, written.size())) {
      walk = new Expression.Member(walk, name, walk.span().to(name.span()));
    }
    Expr row = in.formulas.check(walk, s.unmapped(), Ask.PLAIN);
    if (Open.isBroken(row)) {
      return Optional.empty();
    }
    if (row.type().present() instanceof Type.RowOf of && of.entity().equals(owner)) {
      return Optional.of(of.path());
    }
    in.complaints.say(
        TypeProblem.ROW_NEEDED,
        walk.span(),
        "expected",
        "`" + owner.name() + "`",
        "given",
        TypeText.of(row.type()));
    return Optional.empty();
  }

  @Override
  public Optional<Bound.UnitName> unit(String name) {
    return in.vocabulary.unit(name);
  }

  @Override
  public Optional<ChoiceRef> choiceNamed(String name) {
    return in.vocabulary.choice(name).map(c -> c.ref());
  }

  @Override
  public Optional<EntityRef> entityNamed(String name) {
    return in.vocabulary.kind(name).map(Entity::ref);
  }

  @Override
  public List<String> typeNames() {
    List<String> names = new ArrayList<>();
    Bound bound = in.vocabulary.bound();
    bound.units().forEach(u -> names.add(u.name()));
    bound.choices().forEach(c -> names.add(c.ref().name()));
    bound.entities().stream().filter(e -> !e.written()).forEach(e -> names.add(e.name()));
    return names;
  }
}
