package org.loadline.bound;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.loadline.model.Bounds;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.StepRule;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Span;
import org.loadline.syntax.Member;
import org.loadline.syntax.Name;

/** Builds the entities of the snapshot and the inputs of no row. */
final class EntityBuilder {
  private final Declared declared;
  private final EntityShapes shapes;
  private final DiagnosticSink sink;
  private final FieldTypes types;
  private final States states;
  private final Map<EntityRef, List<FieldDraft>> drafts = new LinkedHashMap<>();

  EntityBuilder(Declared declared, EntityShapes shapes, DiagnosticSink sink) {
    this.declared = declared;
    this.shapes = shapes;
    this.sink = sink;
    this.types = new FieldTypes(declared, sink);
    this.states = new States(declared, sink);
  }

  List<Entity> entities() {
    shapes.all().forEach(shape -> drafts.put(shape.ref(), drafts(shape)));
    return shapes.all().stream().map(this::entity).toList();
  }

  List<Field> system() {
    UnitOwners owners = new NoRow(sink);
    ConstantFolder folder = new ConstantFolder(declared, owners, sink);
    List<Field> fields = new ArrayList<>();
    for (Declared.OfInput input : declared.inputs.values()) {
      FieldDraft draft = types.input(input.name(), input.line(), owners);
      fields.add(field(fields.size(), draft, Optional.empty(), folder));
    }
    for (FieldDraft draft : states.inputsOfWhole(owners)) {
      fields.add(field(fields.size(), draft, Optional.empty(), folder));
    }
    return fields;
  }

  private List<FieldDraft> drafts(EntityShape shape) {
    UnitOwners owners = new FieldRow(shape, shapes, sink);
    List<FieldDraft> all = new ArrayList<>();
    Optional<Span> key = Optional.empty();
    for (Member member : shape.declared().declaration().members()) {
      switch (member) {
        case Member.Key written -> {
          if (key.isPresent()) {
            new Saying(sink, DeclarationProblem.TWO_KEYS, written.span())
                .with("entity", shape.name())
                .also(key.get(), "the first is here")
                .send();
          } else {
            key = Optional.of(written.span());
            all.add(types.key(written, owners));
          }
        }
        case Member.Reference reference ->
            at(shape, reference.span())
                .ifPresent(r -> all.add(types.reference(shape, r, reference.doc().text())));
        case Member.Input line -> {
          for (Name name : line.names()) {
            all.add(
                at(shape, name.span())
                    .map(r -> reference(shape, r, line))
                    .orElseGet(() -> types.input(name, line, owners)));
          }
        }
        case Member.MaximumIsUnlimited maximum -> {}
        case Member.Assumed assumed -> {}
      }
    }
    all.addAll(states.inputs(shape, owners));
    return List.copyOf(all);
  }

  private static Optional<EntityShape.Reference> at(EntityShape shape, Span span) {
    return shape.references().stream().filter(r -> r.span().equals(span)).findFirst();
  }

  /** An input whose type is an entity has nothing that a number could have. */
  private FieldDraft reference(
      EntityShape shape, EntityShape.Reference reference, Member.Input line) {
    boolean asNumber =
        line.step().isPresent()
            || line.bucket().isPresent()
            || line.within().isPresent()
            || line.orUnlimited();
    if (asNumber) {
      new Saying(sink, DeclarationProblem.REFERENCE_AS_NUMBER, line.span())
          .with("name", reference.name())
          .with("entity", reference.target())
          .send();
    }
    return types.reference(shape, reference, line.doc().text());
  }

  private Entity entity(EntityShape shape) {
    List<FieldDraft> all = Objects.requireNonNull(drafts.get(shape.ref()), "drafted before");
    ConstantFolder folder = new ConstantFolder(declared, new FieldRow(shape, shapes, sink), sink);
    List<Field> fields = new ArrayList<>();
    for (FieldDraft draft : all) {
      fields.add(field(fields.size(), draft, Optional.of(shape.ref()), folder));
    }
    OptionalInt key =
        fields.stream().filter(f -> f.role() == Field.Role.KEY).mapToInt(Field::index).findFirst();
    OptionalInt parent =
        shape.parent().stream()
            .flatMap(p -> fields.stream().filter(f -> f.name().equals(p.name())))
            .mapToInt(Field::index)
            .findFirst();
    boolean maximumIsUnlimited =
        shape.declared().declaration().members().stream()
            .anyMatch(Member.MaximumIsUnlimited.class::isInstance);
    return new Entity(
        shape.ref(),
        Plurals.of(shape.name()),
        false,
        fields,
        key,
        parent,
        maximumIsUnlimited,
        shape.declared().declaration().doc().text(),
        shape.declared().declaration().name().span());
  }

  private Field field(
      int index, FieldDraft draft, Optional<EntityRef> entity, ConstantFolder folder) {
    StepReader steps = new StepReader(drafts, folder, sink);
    BoundsReader bounds = new BoundsReader(folder, sink);
    Optional<StepRule> step =
        draft.line().flatMap(Member.Input::step).flatMap(s -> steps.read(s, draft, entity));
    Optional<Bounds> within =
        draft.type().isEmpty()
            ? Optional.empty()
            : draft
                .line()
                .flatMap(Member.Input::within)
                .flatMap(range -> bounds.read(range, draft.knownType()));
    return new Field(
        index,
        draft.name(),
        draft.role(),
        draft.knownType(),
        draft.family(),
        step,
        within,
        new BucketReader(folder, sink).read(draft, step),
        draft.plural(),
        draft.wholeNumber(),
        draft.doc(),
        draft.span());
  }
}
