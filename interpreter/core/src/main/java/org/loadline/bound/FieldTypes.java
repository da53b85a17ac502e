package org.loadline.bound;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.model.ChoiceRef;
import org.loadline.model.Field.Role;
import org.loadline.model.RowPath;
import org.loadline.model.Type;
import org.loadline.source.DiagnosticSink;
import org.loadline.syntax.Member;
import org.loadline.syntax.Name;
import org.loadline.syntax.Parameter;
import org.loadline.syntax.TypeExpression;

/** Types the lines of an entity or of {@code system}. */
final class FieldTypes {
  private final Declared declared;
  private final TypeReader types;
  private final DiagnosticSink sink;

  FieldTypes(Declared declared, DiagnosticSink sink) {
    this.declared = declared;
    this.types = new TypeReader(declared, sink);
    this.sink = sink;
  }

  FieldDraft key(Member.Key key, UnitOwners owners) {
    Optional<Type> type =
        key.type().isEmpty()
            ? Optional.of(Type.TEXT)
            : key.type().flatMap(t -> types.read(t, owners)).filter(t -> canBeKey(key, t));
    boolean whole = key.type().filter(TypeReader::isCount).isPresent();
    return new FieldDraft(
        key.name().text(),
        Role.KEY,
        type,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        whole,
        key.doc().text(),
        key.name().span());
  }

  private boolean canBeKey(Member.Key key, Type type) {
    boolean good =
        switch (type) {
          case Type.Quantity quantity ->
              quantity.unit().factors().stream().allMatch(f -> f.owner().isEmpty());
          case Type.Text text -> true;
          case Type.Date date -> true;
          case Type.Instant instant -> true;
          case Type.OfChoice choice -> true;
          case Type.Flag flag -> false;
          case Type.RowOf row -> false;
          case Type.Nothing nothing -> false;
          case Type.OrNone optional -> false;
        };
    if (!good) {
      new Saying(sink, DeclarationProblem.KEY_TYPE, key.span())
          .with("kind", TypeWords.of(type))
          .send();
    }
    return good;
  }

  /** A reference that is known; {@code of account}. */
  FieldDraft reference(EntityShape entity, EntityShape.Reference reference, String doc) {
    return new FieldDraft(
        reference.name(),
        Role.REFERENCE,
        Optional.of(rowType(entity, reference)),
        List.of(),
        Optional.empty(),
        reference.plural(),
        false,
        doc,
        reference.span());
  }

  private static Type rowType(EntityShape entity, EntityShape.Reference reference) {
    RowPath path = RowPath.self(entity.name()).then(reference.name());
    Type row = new Type.RowOf(reference.target(), path);
    return reference.orNone() ? new Type.OrNone(row) : row;
  }

  /** One name of a line of inputs. */
  FieldDraft input(Name name, Member.Input line, UnitOwners owners) {
    Optional<Type> type = types.read(line.type(), owners);
    if (type.filter(Type.RowOf.class::isInstance).isPresent()) {
      new Saying(sink, DeclarationProblem.ROW_NOT_HERE, line.type().span())
          .with("name", name)
          .send();
      type = Optional.empty();
    }
    if (line.listedAs().isPresent()) {
      new Saying(sink, DeclarationProblem.LISTED_AS_NOT_WANTED, line.listedAs().get().span())
          .with("name", name)
          .send();
    }
    return new FieldDraft(
        name.text(),
        Role.INPUT,
        type.map(t -> optional(t, line)),
        family(line),
        Optional.of(line),
        Optional.empty(),
        TypeReader.isCount(line.type()),
        line.doc().text(),
        name.span());
  }

  private Type optional(Type type, Member.Input line) {
    Type whole = line.orUnlimited() ? orUnlimited(type, line) : type;
    return line.orNone() ? new Type.OrNone(whole) : whole;
  }

  private Type orUnlimited(Type type, Member.Input line) {
    if (type instanceof Type.Quantity quantity) {
      return new Type.Quantity(quantity.unit(), quantity.form(), true);
    }
    new Saying(sink, DeclarationProblem.UNLIMITED_NOT_WANTED, line.span())
        .with("kind", TypeWords.of(type))
        .send();
    return type;
  }

  private List<ChoiceRef> family(Member.Input line) {
    List<ChoiceRef> family = new ArrayList<>();
    for (Parameter parameter : line.families()) {
      Name name = parameter.type().map(t -> nameOf(t, parameter)).orElse(parameter.name());
      Optional<ChoiceRef> choice = declared.choiceNamed(name.text());
      choice.ifPresent(family::add);
      if (choice.isEmpty()) {
        String hint = NameProblem.NO_SUCH_CHOICE.hint();
        new Saying(sink, NameProblem.NO_SUCH_CHOICE, name.span())
            .with("name", name)
            .hint(Suggestions.hint(name.text(), declared.choices.keySet(), hint))
            .send();
      }
    }
    return family;
  }

  private static Name nameOf(TypeExpression type, Parameter parameter) {
    return type.factors().size() == 1
        ? type.factors().getFirst().name().orElse(parameter.name())
        : parameter.name();
  }
}
