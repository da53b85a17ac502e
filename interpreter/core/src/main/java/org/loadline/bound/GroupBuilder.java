package org.loadline.bound;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.RowPath;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Span;
import org.loadline.syntax.Declaration;
import org.loadline.syntax.Definition;
import org.loadline.syntax.Name;

/**
 * Builds the entities of groups, and gives the rows that groups are made of the field that holds
 * their group. A group comes after its parent and after what it is made of.
 */
final class GroupBuilder {
  private final Declared declared;
  private final List<Entity> entities;
  private final DiagnosticSink sink;
  private final List<Bound.BoundGroup> groups = new ArrayList<>();
  private final Set<String> done = new HashSet<>();

  /**
   * @param entities of the snapshot; groups are added, and the rows that they are made of changed
   */
  GroupBuilder(Declared declared, List<Entity> entities, DiagnosticSink sink) {
    this.declared = declared;
    this.entities = entities;
    this.sink = sink;
  }

  /** How the rows of a group are called together. */
  static String plural(Declaration.Group group) {
    return group.listedAs().map(Name::text).orElseGet(() -> Plurals.of(group.name().text()));
  }

  List<Bound.BoundGroup> groups() {
    // Each has its place, also one that cannot be built.
    declared.groups.values().forEach(group -> entities.add(entity(group, List.of(), false)));
    declared.groups.values().forEach(group -> build(group, new ArrayList<>()));
    return groups;
  }

  private void build(Declared.OfGroup group, List<String> way) {
    String name = group.ref().name();
    if (done.contains(name)) {
      return;
    }
    if (way.contains(name)) {
      new Saying(sink, GroupProblem.CIRCLE, group.declaration().span()).with("group", name).send();
      done.add(name);
      return;
    }
    way.add(name);
    group.declaration().owner().flatMap(this::groupNamed).ifPresent(g -> build(g, way));
    declared.groups.values().stream()
        .filter(g -> plural(g.declaration()).equals(group.declaration().rows().text()))
        .findFirst()
        .ifPresent(g -> build(g, way));
    for (List<Name> key : group.declaration().keys()) {
      key.forEach(part -> groupNamed(part).ifPresent(g -> build(g, way)));
    }
    way.removeLast();
    if (done.add(name)) {
      made(group);
    }
  }

  private Optional<Declared.OfGroup> groupNamed(Name name) {
    return Optional.ofNullable(declared.groups.get(name.text()));
  }

  private void made(Declared.OfGroup group) {
    Declaration.Group written = group.declaration();
    Optional<Entity> parent = Optional.empty();
    if (written.owner().isPresent()) {
      parent = named(written.owner().get().text());
      if (parent.isEmpty()) {
        NoSuchEntity.say(sink, written.owner().get(), declared);
        return;
      }
    }
    Optional<Rows> rows = rows(written, parent);
    if (rows.isEmpty()) {
      return;
    }
    List<Field> fields = new ArrayList<>();
    parent.ifPresent(p -> fields.add(parent(group, p)));
    for (List<Name> key : written.keys()) {
      Optional<Field> field = key(group, rows.get().of(), key, fields.size());
      if (field.isEmpty()) {
        return;
      }
      fields.add(field.get());
    }
    entities.set(group.ref().index(), entity(group, fields, parent.isPresent()));
    Entity from = rows.get().of();
    List<Field> more = new ArrayList<>(from.fields());
    boolean some = written.where().isPresent() || rows.get().some();
    more.add(member(group, from, some));
    entities.set(from.ref().index(), with(from, more));
    groups.add(
        new Bound.BoundGroup(
            group.ref(), from.ref(), from.fields().size(), rows.get().up(), written));
  }

  private Optional<Entity> named(String name) {
    return entities.stream().filter(e -> e.name().equals(name)).findFirst();
  }

  /** The rows that a group is made of, and their reference to its parent. */
  private record Rows(Entity of, OptionalInt up) {
    /** Whether a row may have no parent, and so no group. */
    boolean some() {
      return up.isPresent() && of.fields().get(up.getAsInt()).type().isOptional();
    }
  }

  private Optional<Rows> rows(Declaration.Group written, Optional<Entity> parent) {
    String plural = written.rows().text();
    List<String> known = new ArrayList<>();
    for (Entity entity : entities) {
      if (parent.isEmpty()) {
        known.add(entity.plural());
        if (entity.plural().equals(plural)) {
          return Optional.of(new Rows(entity, OptionalInt.empty()));
        }
      }
      for (Field field : parent.isEmpty() ? List.<Field>of() : entity.fields()) {
        boolean back =
            field.plural().isPresent()
                && field.type().present() instanceof Type.RowOf row
                && row.entity().equals(parent.get().ref());
        if (back) {
          known.add(field.plural().get());
          if (field.plural().get().equals(plural)) {
            return Optional.of(new Rows(entity, OptionalInt.of(field.index())));
          }
        }
      }
    }
    new Saying(sink, GroupProblem.NO_SUCH_ROWS, written.rows().span())
        .with("owner", parent.map(p -> "`" + p.name() + "`").orElse("The policy"))
        .with("rows", plural)
        .hint(Suggestions.hint(plural, known, GroupProblem.NO_SUCH_ROWS.hint()))
        .send();
    return Optional.empty();
  }

  private Entity entity(Declared.OfGroup group, List<Field> fields, boolean hasParent) {
    return new Entity(
        group.ref(),
        plural(group.declaration()),
        false,
        fields,
        OptionalInt.empty(),
        hasParent ? OptionalInt.of(0) : OptionalInt.empty(),
        false,
        group.declaration().doc().text(),
        group.declaration().name().span());
  }

  private static Entity with(Entity e, List<Field> fields) {
    return new Entity(
        e.ref(),
        e.plural(),
        e.written(),
        fields,
        e.key(),
        e.parent(),
        e.maximumIsUnlimited(),
        e.doc(),
        e.span());
  }

  private static Field parent(Declared.OfGroup group, Entity parent) {
    Name name = group.declaration().owner().orElseThrow();
    Type type = new Type.RowOf(parent.ref(), RowPath.self(group.ref().name()).then(parent.name()));
    return made(
        0, parent.name(), type, Optional.of(plural(group.declaration())), false, name.span());
  }

  /** Beside {@code where}, and with a parent that may be missing, a row may be in no group. */
  private static Field member(Declared.OfGroup group, Entity from, boolean some) {
    Type row = new Type.RowOf(group.ref(), RowPath.self(from.name()).then(group.ref().name()));
    return made(
        from.fields().size(),
        group.ref().name(),
        some ? new Type.OrNone(row) : row,
        Optional.of(from.plural()),
        false,
        group.declaration().name().span());
  }

  private static Field made(
      int index, String name, Type type, Optional<String> plural, boolean whole, Span span) {
    return new Field(
        index,
        name,
        Field.Role.MADE,
        type,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        plural,
        whole,
        "",
        span);
  }

  /** A key is what a path leads to: a field at its end, or a fact that says its type. */
  private Optional<Field> key(Declared.OfGroup group, Entity from, List<Name> path, int index) {
    Entity at = from;
    for (int i = 0; i < path.size(); i++) {
      Name name = path.get(i);
      Optional<Field> field = at.field(name.text());
      boolean last = i == path.size() - 1;
      if (field.isEmpty() && last) {
        return fact(group, at, name, index);
      }
      boolean missing = field.isEmpty() || !field.get().family().isEmpty();
      if (missing || (!last && !(field.get().type() instanceof Type.RowOf))) {
        return noKey(at, name);
      }
      if (last) {
        return typed(group, name, field.get().type(), field.get().wholeNumber(), index);
      }
      EntityRef next = ((Type.RowOf) field.get().type()).entity();
      at = entities.get(next.index());
    }
    throw new IllegalArgumentException("a path has a name");
  }

  private Optional<Field> fact(Declared.OfGroup group, Entity at, Name name, int index) {
    Optional<Definition> fact =
        declared.forEach.stream()
            .filter(block -> block.declaration().entity().text().equals(at.name()))
            .flatMap(block -> block.declaration().facts().stream())
            .filter(f -> f.name().text().equals(name.text()) && f.parameters().isEmpty())
            .findFirst();
    if (fact.isEmpty()) {
      return noKey(at, name);
    }
    if (fact.get().type().isEmpty()) {
      new Saying(sink, GroupProblem.KEY_WITHOUT_TYPE, name.span())
          .with("name", name)
          .also(fact.get().span(), "defined here")
          .send();
      return Optional.empty();
    }
    return new TypeReader(declared, sink)
        .read(fact.get().type().get(), (unit, written, place) -> noUnit(name))
        .flatMap(type -> typed(group, name, type, false, index));
  }

  private Optional<RowPath> noUnit(Name name) {
    new Saying(sink, GroupProblem.NOT_A_KEY, name.span())
        .with("name", name)
        .with("kind", "of its own row's unit")
        .send();
    return Optional.empty();
  }

  private Optional<Field> noKey(Entity at, Name name) {
    List<String> known = at.fields().stream().map(Field::name).toList();
    new Saying(sink, GroupProblem.NO_SUCH_KEY, name.span())
        .with("entity", at.name())
        .with("name", name)
        .hint(Suggestions.hint(name.text(), known, GroupProblem.NO_SUCH_KEY.hint()))
        .send();
    return Optional.empty();
  }

  private Optional<Field> typed(
      Declared.OfGroup group, Name name, Type type, boolean whole, int index) {
    boolean owned =
        type.present() instanceof Type.Quantity q
            && q.unit().factors().stream().map(Unit.Factor::owner).anyMatch(Optional::isPresent);
    boolean endless = type.present() instanceof Type.Quantity q && q.orUnlimited();
    if (type.isOptional() || owned || endless) {
      String kind =
          type.isOptional()
              ? "missing at times"
              : owned ? "of its own row's unit" : "unlimited at times";
      new Saying(sink, GroupProblem.NOT_A_KEY, name.span())
          .with("name", name)
          .with("kind", kind)
          .send();
      return Optional.empty();
    }
    Type seen =
        type instanceof Type.RowOf row
            ? new Type.RowOf(row.entity(), RowPath.self(group.ref().name()).then(name.text()))
            : type;
    return Optional.of(made(index, name.text(), seen, Optional.empty(), whole, name.span()));
  }
}
