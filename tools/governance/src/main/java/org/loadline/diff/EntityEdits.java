package org.loadline.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.loadline.meaning.Form;
import org.loadline.meaning.Subject;
import org.loadline.model.Entity;
import org.loadline.model.Field;
import org.loadline.source.Span;

/** What was done to an entity of the snapshot: itself, its fields, what is assumed of it. */
final class EntityEdits {
  private EntityEdits() {}

  static List<Draft> of(Subject subject, Side before, Side after) {
    Entity old = before.entity(subject.name());
    Entity now = after.entity(subject.name());
    Form was = before.form(subject);
    Form is = after.form(subject);
    List<Draft> drafts = new ArrayList<>();
    if (!itself(was).equals(itself(is))) {
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
      Optional<Field> known = given(old, field.name());
      if (known.isEmpty()) {
        drafts.add(
            new Draft(
                subject, new Edit.FieldAdded(field), Optional.empty(), line(after, now, field)));
      } else if (!field(was, field.name()).equals(field(is, field.name()))) {
        drafts.add(
            new Draft(
                subject,
                new Edit.FieldChanged(known.get(), field),
                line(before, old, known.get()),
                line(after, now, field)));
      }
    }
    if (!FormParts.first(was, "assume").equals(FormParts.first(is, "assume"))) {
      drafts.addAll(assumed(subject, subject.name(), before, after));
    }
    return drafts;
  }

  /** What is assumed of an entity, or of the whole if {@code owner} is empty. */
  static List<Draft> assumed(Subject subject, String owner, Side before, Side after) {
    List<Wording> old = before.text().assumptions(owner);
    List<Wording> now = after.text().assumptions(owner);
    Matching matching = Matching.byName(words(old), words(now)).andBetween(old.size(), now.size());
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < old.size(); i++) {
      Optional<Wording> is = Optional.ofNullable(matching.pairs().get(i)).map(now::get);
      String was = Words.of(old.get(i).span());
      boolean same = is.filter(w -> Words.of(w.span()).equals(was)).isPresent();
      if (!same) {
        drafts.add(new Draft(subject, new Edit.Assumed(), Optional.of(old.get(i)), is));
      }
    }
    for (int j = 0; j < now.size(); j++) {
      if (!matching.pairs().containsValue(j)) {
        drafts.add(
            new Draft(subject, new Edit.Assumed(), Optional.empty(), Optional.of(now.get(j))));
      }
    }
    return drafts;
  }

  private static List<String> words(List<Wording> assumptions) {
    return assumptions.stream().map(a -> Words.of(a.span())).toList();
  }

  private static List<Optional<Form>> itself(Form form) {
    return Stream.of("called", "identity").map(head -> FormParts.first(form, head)).toList();
  }

  private static Optional<Form> field(Form form, String name) {
    return FormParts.first(form, "fields")
        .flatMap(fields -> FormParts.named(FormParts.all(fields, "field"), name));
  }

  private static Optional<Field> given(Entity entity, String name) {
    return entity.given().stream().filter(f -> f.name().equals(name)).findFirst();
  }

  private static Optional<Wording> line(Side side, Entity entity, Field field) {
    Span span = field.span();
    return side.text().field(entity.name(), field.name()).or(() -> Optional.of(new Wording(span)));
  }
}
