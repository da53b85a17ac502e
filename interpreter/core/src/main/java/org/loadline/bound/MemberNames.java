package org.loadline.bound;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.Type;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Span;
import org.loadline.syntax.Definition;
import org.loadline.syntax.Name;

/**
 * Sees that what can follow a row and a dot has different names: fields, facts, the plurals of rows
 * that refer to it, tables of it.
 */
final class MemberNames {
  private final DiagnosticSink sink;
  private final Map<EntityRef, Map<String, Span>> taken = new HashMap<>();

  MemberNames(DiagnosticSink sink) {
    this.sink = sink;
  }

  void fields(List<Entity> entities) {
    for (Entity entity : entities) {
      for (Field field : entity.fields()) {
        if (!needsPlural(entity, field)) {
          claim(entity.ref(), field.name(), field.span());
        }
      }
    }
  }

  /** Whether it is a reference that repeats another without a plural, as has been reported. */
  private static boolean needsPlural(Entity entity, Field field) {
    return field.role() == Field.Role.REFERENCE
        && field.plural().isEmpty()
        && entity.fields().stream()
            .limit(field.index())
            .anyMatch(f -> f.name().equals(field.name()) && f.type().equals(field.type()));
  }

  /** Whether the fact may be added. */
  boolean fact(EntityRef entity, Definition fact) {
    Name name = fact.name();
    if (ReservedNames.inFormulas(name.text())) {
      new Saying(sink, NameProblem.RESERVED_NAME, name.span()).with("name", name).send();
      return false;
    }
    return claim(entity, name.text(), name.span());
  }

  void table(EntityRef owner, Name table) {
    claim(owner, table.text(), table.span());
  }

  private boolean claim(EntityRef entity, String name, Span place) {
    Optional<Span> before = take(entity, name, place);
    before.ifPresent(
        span ->
            new Saying(sink, NameProblem.MEMBER_TWICE, place)
                .with("entity", entity)
                .with("name", name)
                .also(span, "first defined here")
                .send());
    return before.isEmpty();
  }

  /** Plurals come last: they are what is reported, where the reference stands. */
  void plurals(List<Entity> entities) {
    for (Entity entity : entities) {
      for (Field field : entity.fields()) {
        if (field.plural().isPresent() && field.type().present() instanceof Type.RowOf row) {
          String plural = field.plural().get();
          take(row.entity(), plural, field.span())
              .ifPresent(
                  before ->
                      new Saying(sink, NameProblem.PLURAL_CLASH, field.span())
                          .with("entity", entity.name())
                          .with("plural", plural)
                          .with("owner", row.entity())
                          .also(before, "this is the other one")
                          .send());
        }
      }
    }
  }

  private Optional<Span> take(EntityRef entity, String name, Span place) {
    return Optional.ofNullable(
        taken.computeIfAbsent(entity, e -> new HashMap<>()).putIfAbsent(name, place));
  }
}
