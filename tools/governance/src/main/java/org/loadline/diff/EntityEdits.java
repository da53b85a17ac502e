package org.loadline.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.meaning.Subject;
import org.loadline.model.ChoiceRef;
import org.loadline.model.Entity;
import org.loadline.model.Field;
import org.loadline.model.StepRule;
import org.loadline.model.Type;
import org.loadline.source.Span;

/** What was done to an entity of the snapshot, or to a system input. */
final class EntityEdits {
  private EntityEdits() {}

  static List<Draft> ofEntity(Subject subject, Side before, Side after) {
    Entity old = before.entity(subject.name());
    Entity now = after.entity(subject.name());
    List<Draft> drafts = new ArrayList<>();
    if (!form(old).equals(form(now))) {
      drafts.add(
          new Draft(
              subject, new Edit.EntityForm(), before.wording(subject), after.wording(subject)));
    }
    for (Field field : old.given()) {
      if (given(now, field.name()).isEmpty()) {
        drafts.add(
            new Draft(
                subject, new Edit.FieldRemoved(field), line(before, old, field), Optional.empty()));
      }
    }
    for (Field field : now.given()) {
      Optional<Field> was = given(old, field.name());
      if (was.isEmpty()) {
        drafts.add(
            new Draft(
                subject, new Edit.FieldAdded(field), Optional.empty(), line(after, now, field)));
      } else if (!form(before, old, was.get()).equals(form(after, now, field))) {
        drafts.add(
            new Draft(
                subject,
                new Edit.FieldChanged(was.get(), field),
                line(before, old, was.get()),
                line(after, now, field)));
      }
    }
    return drafts;
  }

  static List<Draft> ofInput(Subject subject, Side before, Side after) {
    Field old = before.input(subject.name());
    Field now = after.input(subject.name());
    return List.of(
        new Draft(
            subject,
            new Edit.FieldChanged(old, now),
            before.wording(subject),
            after.wording(subject)));
  }

  private static Optional<Field> given(Entity entity, String name) {
    return entity.given().stream().filter(f -> f.name().equals(name)).findFirst();
  }

  private static Optional<Wording> line(Side side, Entity entity, Field field) {
    Optional<Wording> written = side.text().field(entity.name(), field.name());
    Span span = field.span();
    return written.or(() -> Optional.of(new Wording(span)));
  }

  private static String form(Entity entity) {
    return String.join(
        "; ",
        entity.plural(),
        entity.key().isPresent() ? entity.fields().get(entity.key().getAsInt()).name() : "",
        entity.parent().isPresent() ? entity.fields().get(entity.parent().getAsInt()).name() : "",
        String.valueOf(entity.maximumIsUnlimited()));
  }

  /** All that a field means, in names: references into one program say nothing in another. */
  private static String form(Side side, Entity entity, Field field) {
    return String.join(
        "; ",
        field.role().name(),
        TypeName.of(field.type()),
        field.family().stream().map(ChoiceRef::name).toList().toString(),
        field.step().map(s -> step(side, entity, s)).orElse(""),
        field.within().map(b -> b.least() + " .. " + b.most()).orElse(""),
        field.bucket().toString(),
        field.plural().orElse(""),
        String.valueOf(field.wholeNumber()));
  }

  private static String step(Side side, Entity entity, StepRule rule) {
    return switch (rule) {
      case StepRule.Fixed r -> r.step().toString();
      case StepRule.ByRow r -> {
        List<String> path = new ArrayList<>();
        Entity at = entity;
        for (int index : r.fields()) {
          Field field = at.fields().get(index);
          path.add(field.name());
          if (field.type().present() instanceof Type.RowOf row) {
            at = side.program().entity(row.entity());
          }
        }
        yield String.join(".", path) + (r.places() ? " places" : "");
      }
    };
  }
}
