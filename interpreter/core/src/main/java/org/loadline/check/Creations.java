package org.loadline.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.loadline.bound.Suggestions;
import org.loadline.core.Entry;
import org.loadline.core.Expr;
import org.loadline.model.Choice;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.RowPath;
import org.loadline.model.Type;
import org.loadline.syntax.GivenRow;
import org.loadline.syntax.Name;
import org.loadline.syntax.WaterfallEntry;
import org.loadline.values.None;

/** New rows: their identity and what does not flow is given, what flows starts empty. */
final class Creations {
  private final Checker in;
  private final Amounts amounts;

  Creations(Checker in, Amounts amounts) {
    this.in = in;
    this.amounts = amounts;
  }

  Optional<Entry> create(WaterfallEntry.Create create, Sweep.Standing at) {
    Optional<Entity> entity = in.vocabulary.kind(create.entity().text());
    if (entity.isEmpty()) {
      in.complaints.noEntity(create.entity(), in.vocabulary);
      return Optional.empty();
    }
    if (entity.get().isGroup() || in.groups.areGrouped(entity.get().ref())) {
      in.complaints.say(
          EntryProblem.GROUPED, create.entity().span(), "entity", entity.get().name());
      return Optional.empty();
    }
    RowPath path = in.paths.fresh(entity.get().name(), at.scope().around());
    List<Entry.Create.Filled> filled = new ArrayList<>();
    Map<Integer, Boolean> given = new HashMap<>();
    // References first: units of other fields may belong to the rows they lead to.
    for (boolean reference : new boolean[] {true, false}) {
      for (GivenRow.Setting setting : create.settings()) {
        field(setting.name(), entity.get(), reference)
            .filter(f -> (f.role() == Field.Role.REFERENCE) == reference)
            .ifPresent(
                f ->
                    given.merge(
                        f.index(),
                        fill(setting, f, entity.get().ref(), path, at, filled),
                        (a, b) -> {
                          if (f.family().isEmpty()) {
                            in.complaints.say(
                                FormulaProblem.GIVEN_TWICE,
                                setting.name().span(),
                                "name",
                                f.name());
                          }
                          return a && b;
                        }));
      }
    }
    boolean complete = complete(create, entity.get(), given.keySet(), filled);
    return complete && !given.containsValue(false)
        ? Optional.of(new Entry.Create(entity.get().ref(), filled, create.span()))
        : Optional.empty();
  }

  private Optional<Field> field(Name name, Entity entity, boolean say) {
    Optional<Field> field = entity.field(name.text());
    if (field.isEmpty() && say) {
      List<String> known =
          entity.fields().stream().filter(f -> f.bucket().isEmpty()).map(Field::name).toList();
      in.complaints.say(
          EntryProblem.NO_FIELD,
          name.span(),
          "entity",
          entity.name(),
          "name",
          name.text(),
          "hint",
          Suggestions.hint(name.text(), known, "It has " + String.join(", ", known) + "."));
    }
    return field;
  }

  private boolean fill(
      GivenRow.Setting setting,
      Field field,
      EntityRef entity,
      RowPath path,
      Sweep.Standing at,
      List<Entry.Create.Filled> filled) {
    if (field.bucket().isPresent()) {
      in.complaints.say(
          EntryProblem.STARTS_EMPTY, setting.name().span(), "name", setting.name().text());
      return false;
    }
    Type wanted = in.paths.seenFrom(field.type(), RowPath.SELF, path);
    Scope.Layer whose = new Scope.Layer.Whose(new Type.RowOf(entity, path));
    Optional<Expr> value =
        amounts.value(setting.value(), wanted, at.in(at.scope().with(whose)), "an input");
    value
        .flatMap(Denoted::row)
        .ifPresent(row -> in.paths.leads(path.then(field.name()), row.path()));
    Optional<Integer> member = member(setting, field);
    value.ifPresent(
        v -> member.ifPresent(m -> filled.add(new Entry.Create.Filled(field.index(), m, v))));
    return value.isPresent() && member.isPresent();
  }

  /** The place in a column family. */
  private Optional<Integer> member(GivenRow.Setting setting, Field field) {
    int place = 0;
    if (setting.family().size() != field.family().size()) {
      in.complaints.say(
          FormulaProblem.NEEDS_ARGUMENTS,
          setting.name().span(),
          "name",
          field.name(),
          "parameters",
          String.join(", ", field.family().stream().map(Object::toString).toList()));
      return Optional.empty();
    }
    for (int i = 0; i < field.family().size(); i++) {
      Choice choice = in.vocabulary.choice(field.family().get(i));
      Name name = setting.family().get(i);
      int member = choice.members().indexOf(name.text());
      if (member < 0) {
        in.complaints.say(
            TypeProblem.MEMBER_OF,
            name.span(),
            "name",
            name.text(),
            "choice",
            choice.ref().name(),
            "members",
            String.join(", ", choice.members()));
        return Optional.empty();
      }
      place = place * choice.members().size() + member;
    }
    return Optional.of(place);
  }

  private boolean complete(
      WaterfallEntry.Create create,
      Entity entity,
      Set<Integer> given,
      List<Entry.Create.Filled> filled) {
    boolean complete = true;
    for (Field field : entity.fields()) {
      if (given.contains(field.index()) || field.bucket().isPresent()) {
        continue;
      }
      if (field.type().isOptional()) {
        if (field.family().isEmpty()) {
          filled.add(
              new Entry.Create.Filled(
                  field.index(), 0, new Expr.Constant(field.type(), create.span(), None.INSTANCE)));
        }
      } else {
        complete = false;
        in.complaints.say(
            EntryProblem.FIELD_MISSING,
            create.entity().span(),
            "entity",
            entity.name(),
            "name",
            field.name());
      }
    }
    return complete;
  }
}
