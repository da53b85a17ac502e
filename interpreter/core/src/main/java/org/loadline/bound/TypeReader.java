package org.loadline.bound;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.model.ChoiceRef;
import org.loadline.model.EntityRef;
import org.loadline.model.RowPath;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Span;
import org.loadline.syntax.Name;
import org.loadline.syntax.TypeExpression;
import org.loadline.syntax.TypeExpression.Factor;

/**
 * Reads types as written.
 *
 * <p>A name alone is a kind, a unit, a choice or an entity; several are units. The type of an
 * entity has the path {@code self}: the caller knows what the row is called. What cannot be read is
 * reported, and empty.
 */
public final class TypeReader {
  private final TypeNames names;
  private final DiagnosticSink sink;

  public TypeReader(TypeNames names, DiagnosticSink sink) {
    this.names = names;
    this.sink = sink;
  }

  /** Whether a type as written is {@code count}, a whole number from zero. */
  public static boolean isCount(TypeExpression type) {
    return type.factors().size() == 1
        && type.factors().getFirst().name().filter(n -> n.text().equals("count")).isPresent();
  }

  public Optional<Type> read(TypeExpression type, UnitOwners owners) {
    List<Factor> factors = type.factors();
    if (factors.size() == 1 && !factors.getFirst().divides()) {
      Factor factor = factors.getFirst();
      if (factor.name().isPresent() && factor.owner().isEmpty()) {
        return alone(factor.name().get(), owners);
      }
    }
    return product(factors, owners).map(unit -> new Type.Quantity(unit, Type.Form.DECIMAL, false));
  }

  private Optional<Type> alone(Name name, UnitOwners owners) {
    Optional<Type> kind = kind(name.text());
    if (kind.isPresent()) {
      return kind;
    }
    Optional<Bound.UnitName> unit = names.unit(name.text());
    Optional<ChoiceRef> choice = names.choiceNamed(name.text());
    Optional<EntityRef> entity = names.entityNamed(name.text());
    List<String> meanings = new ArrayList<>();
    unit.ifPresent(u -> meanings.add("a unit"));
    choice.ifPresent(c -> meanings.add("a choice"));
    entity.ifPresent(e -> meanings.add("an entity"));
    if (meanings.size() > 1) {
      new Saying(sink, NameProblem.UNCLEAR_TYPE, name.span())
          .with("name", name)
          .with("first", meanings.get(0))
          .with("second", meanings.get(1))
          .send();
      return Optional.empty();
    }
    if (choice.isPresent()) {
      return choice.map(Type.OfChoice::new);
    }
    if (entity.isPresent()) {
      return entity.map(e -> new Type.RowOf(e, RowPath.self(e.name())));
    }
    if (unit.isEmpty()) {
      if (BuiltinUnit.of(name.text()).isPresent()) {
        new Saying(sink, DeclarationProblem.WORD_IN_TYPE, name.span()).with("name", name).send();
      } else {
        unknown(NameProblem.NO_SUCH_TYPE, name);
      }
      return Optional.empty();
    }
    return one(unit.get(), List.of(), name.span(), owners)
        .map(u -> new Type.Quantity(u, Type.Form.DECIMAL, false));
  }

  private static Optional<Type> kind(String name) {
    return switch (name) {
      case "number", "ratio", "count" -> Optional.of(Type.NUMBER);
      case "duration" -> Optional.of(new Type.Quantity(Unit.TIME, Type.Form.DECIMAL, false));
      case "flag" -> Optional.of(Type.FLAG);
      case "text" -> Optional.of(Type.TEXT);
      case "date" -> Optional.of(Type.DATE);
      case "instant" -> Optional.of(Type.INSTANT);
      default -> Optional.empty();
    };
  }

  private Optional<Unit> product(List<Factor> factors, UnitOwners owners) {
    Unit product = Unit.ONE;
    boolean known = true;
    for (Factor factor : factors) {
      Optional<Unit> unit = unit(factor, owners);
      known &= unit.isPresent();
      Unit next = unit.orElse(Unit.ONE);
      product = factor.divides() ? product.dividedBy(next) : product.times(next);
    }
    return known ? Optional.of(product) : Optional.empty();
  }

  private Optional<Unit> unit(Factor factor, UnitOwners owners) {
    if (factor.name().isEmpty()) {
      return Optional.of(Unit.ONE);
    }
    Name name = factor.name().get();
    String text = name.text();
    if (text.equals("number") || text.equals("ratio") || text.equals("count")) {
      return Optional.of(Unit.ONE);
    }
    if (text.equals("duration")) {
      return Optional.of(Unit.TIME);
    }
    if (BuiltinUnit.of(text).isPresent()) {
      new Saying(sink, DeclarationProblem.WORD_IN_TYPE, name.span()).with("name", name).send();
      return Optional.empty();
    }
    Optional<Bound.UnitName> unit = names.unit(text);
    if (unit.isEmpty()) {
      if (kind(text).isPresent() || names.typeNames().contains(text)) {
        new Saying(sink, DeclarationProblem.NOT_A_UNIT, name.span()).with("name", name).send();
      } else {
        unknown(NameProblem.NO_SUCH_UNIT, name);
      }
      return Optional.empty();
    }
    return one(unit.get(), factor.owner(), factor.span(), owners);
  }

  private Optional<Unit> one(
      Bound.UnitName unit, List<Name> written, Span place, UnitOwners owners) {
    if (unit.owner().isEmpty()) {
      if (!written.isEmpty()) {
        new Saying(sink, DeclarationProblem.UNIT_WITHOUT_OWNER, place)
            .with("unit", unit.name())
            .also(unit.span(), "declared here")
            .send();
        return Optional.empty();
      }
      return Optional.of(Unit.of(unit.name(), Optional.empty()));
    }
    return owners.rowOf(unit, written, place).map(row -> Unit.of(unit.name(), Optional.of(row)));
  }

  private void unknown(NameProblem problem, Name name) {
    List<String> known = new ArrayList<>(names.typeNames());
    known.addAll(ReservedNames.types());
    new Saying(sink, problem, name.span())
        .with("name", name)
        .hint(
            ForeignNames.type(name.text())
                .orElseGet(() -> Suggestions.hint(name.text(), known, problem.hint())))
        .send();
  }
}
