package org.loadline.bound;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.loadline.model.EntityRef;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Span;
import org.loadline.syntax.Member;
import org.loadline.syntax.Name;
import org.loadline.syntax.TypeExpression;

/** The entities of a policy with their references: what paths and units of a row are made of. */
final class EntityShapes {
  private final Declared declared;
  private final DiagnosticSink sink;
  private final Map<String, EntityShape> shapes = new LinkedHashMap<>();

  private EntityShapes(Declared declared, DiagnosticSink sink) {
    this.declared = declared;
    this.sink = sink;
  }

  static EntityShapes of(Declared declared, DiagnosticSink sink) {
    EntityShapes all = new EntityShapes(declared, sink);
    declared.entities.forEach((name, entity) -> all.shapes.put(name, all.shape(entity)));
    all.refuseCircles();
    return all;
  }

  List<EntityShape> all() {
    return List.copyOf(shapes.values());
  }

  EntityShape shape(EntityRef ref) {
    return Objects.requireNonNull(shapes.get(ref.name()), "an entity that is declared");
  }

  /** The entity that an input's type names, if it is one and nothing else. */
  Optional<EntityRef> entity(TypeExpression type) {
    if (type.factors().size() != 1 || !type.factors().getFirst().owner().isEmpty()) {
      return Optional.empty();
    }
    return type.factors()
        .getFirst()
        .name()
        .map(Name::text)
        .filter(name -> declared.unit(name).isEmpty() && declared.choiceNamed(name).isEmpty())
        .flatMap(declared::entityNamed);
  }

  private EntityShape shape(Declared.OfEntity entity) {
    List<EntityShape.Reference> references = new ArrayList<>();
    for (Member member : entity.declaration().members()) {
      if (member instanceof Member.Reference reference) {
        reference(entity, reference, references);
      }
    }
    List<EntityShape.Reference> typed = new ArrayList<>();
    for (Member member : entity.declaration().members()) {
      if (member instanceof Member.Input input && input.families().isEmpty() && !input.series()) {
        entity(input.type()).ifPresent(target -> typed(entity, input, target, references, typed));
      }
    }
    references.addAll(typed);
    return new EntityShape(entity.ref(), entity, references);
  }

  private void reference(
      Declared.OfEntity entity, Member.Reference written, List<EntityShape.Reference> sofar) {
    Optional<EntityRef> target = declared.entityNamed(written.entity().text());
    if (target.isEmpty()) {
      NoSuchEntity.say(sink, written.entity(), declared);
      return;
    }
    Optional<EntityShape.Reference> before = to(target.get(), sofar);
    if (before.isPresent() && written.listedAs().isEmpty()) {
      new Saying(sink, NameProblem.PLURAL_NEEDED, written.span())
          .with("entity", entity.ref())
          .with("target", target.get())
          .also(before.get().span(), "the first is here")
          .send();
    }
    Optional<String> plural =
        written.listedAs().map(Name::text).or(() -> automatic(entity, before.isEmpty()));
    Name name = written.alias().orElse(written.entity());
    sofar.add(
        new EntityShape.Reference(
            name.text(), target.get(), plural, true, written.orNone(), written.span()));
  }

  /** A second reference that is written as an input has no plural unless it says one. */
  private void typed(
      Declared.OfEntity entity,
      Member.Input input,
      EntityRef target,
      List<EntityShape.Reference> before,
      List<EntityShape.Reference> typed) {
    for (Name name : input.names()) {
      boolean first = to(target, before).isEmpty() && to(target, typed).isEmpty();
      Optional<String> plural = input.listedAs().map(Name::text).or(() -> automatic(entity, first));
      typed.add(
          new EntityShape.Reference(
              name.text(), target, plural, false, input.orNone(), name.span()));
    }
  }

  private static Optional<EntityShape.Reference> to(
      EntityRef target, List<EntityShape.Reference> references) {
    return references.stream().filter(r -> r.target().equals(target)).findFirst();
  }

  private static Optional<String> automatic(Declared.OfEntity entity, boolean first) {
    return first ? Optional.of(Plurals.of(entity.ref().name())) : Optional.empty();
  }

  /** Rows are put in order by what they are known by, so that cannot go in a circle. */
  private void refuseCircles() {
    List<String> clear = new ArrayList<>();
    for (EntityShape start : shapes.values()) {
      follow(start, new ArrayList<>(), clear);
    }
  }

  private void follow(EntityShape at, List<String> way, List<String> clear) {
    if (clear.contains(at.name())) {
      return;
    }
    way.add(at.name());
    for (EntityShape.Reference by : at.knownBy()) {
      EntityShape next = shape(by.target());
      if (way.contains(next.name())) {
        refuse(way.subList(way.indexOf(next.name()), way.size()), by.span());
      } else {
        follow(next, way, clear);
      }
    }
    way.removeLast();
    clear.add(at.name());
  }

  private void refuse(List<String> circle, Span span) {
    boolean parents =
        circle.stream()
            .map(name -> Objects.requireNonNull(shapes.get(name)))
            .allMatch(EntityShape::hasKey);
    DeclarationProblem problem =
        parents ? DeclarationProblem.CIRCLE_OF_PARENTS : DeclarationProblem.CIRCLE_OF_IDENTITIES;
    List<String> closed = new ArrayList<>(circle);
    closed.add(circle.getFirst());
    new Saying(sink, problem, span)
        .with("cycle", closed.stream().map(n -> "`" + n + "`").collect(Collectors.joining(" → ")))
        .send();
  }
}
