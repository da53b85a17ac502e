package org.loadline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.loadline.core.Change;
import org.loadline.core.Expr;
import org.loadline.model.Choice;
import org.loadline.model.Entity;
import org.loadline.model.Field;
import org.loadline.model.RowPath;
import org.loadline.model.Table;
import org.loadline.model.Type;
import org.loadline.syntax.GivenRow;
import org.loadline.syntax.Name;
import org.loadline.syntax.Supposition;

/** {@code given also debt { … }}: a row more, whose place among the others must be known. */
final class AddedRows {
  private final Checker in;
  private final Suppositions suppositions;

  AddedRows(Checker in, Suppositions suppositions) {
    this.in = in;
    this.suppositions = suppositions;
  }

  Optional<Change> row(Supposition.Row change, Scope s) {
    Optional<Entity> found = in.vocabulary.kind(change.entity().text());
    if (found.isEmpty()) {
      in.complaints.noEntity(change.entity(), in.vocabulary);
      return Optional.empty();
    }
    Entity entity = found.get();
    Optional<Table> table =
        in.vocabulary.bound().tables().stream()
            .filter(t -> t.rows().equals(entity.ref()))
            .findFirst();
    if (table.isPresent()) {
      in.complaints.say(
          SuppositionProblem.ROW_OF_TABLE,
          change.entity().span(),
          "table",
          table.get().ref().name(),
          "entity",
          entity.name());
      return Optional.empty();
    }
    RowPath path = in.paths.fresh(entity.name(), s.around());
    List<Change.Setting> settings = new ArrayList<>();
    boolean fine = true;
    // References first: the units of the other fields are those of the rows they lead to.
    for (boolean references : new boolean[] {true, false}) {
      for (GivenRow.Setting setting : change.settings()) {
        Optional<Field> field = entity.field(setting.name().text());
        if (field.isEmpty()) {
          fine &= !references && unknown(entity, setting.name());
        } else if (references == (field.get().role() == Field.Role.REFERENCE)) {
          fine &= setting(entity, field.get(), setting, path, s, settings);
        }
      }
    }
    return fine && isPlaced(entity, change, settings)
        ? Optional.of(new Change.OfRow(entity.ref(), settings, change.span()))
        : Optional.empty();
  }

  private boolean unknown(Entity entity, Name name) {
    boolean fact = in.vocabulary.fact(Optional.of(entity.ref()), name.text()).isPresent();
    if (fact) {
      in.complaints.say(SuppositionProblem.WORKED_OUT, name.span(), "name", name.text());
    } else {
      in.complaints.sayWithHint(
          FormulaProblem.UNKNOWN_PART,
          name.span(),
          in.vocabulary.partHint(name.text(), entity.ref()),
          "owner",
          "A row of `" + entity.name() + "`",
          "name",
          name.text());
    }
    return false;
  }

  private boolean setting(
      Entity entity,
      Field field,
      GivenRow.Setting setting,
      RowPath path,
      Scope s,
      List<Change.Setting> settings) {
    Optional<Integer> member = member(field, setting);
    if (member.isEmpty()) {
      return false;
    }
    int place = member.get();
    if (settings.stream().anyMatch(t -> t.field() == field.index() && t.member() == place)) {
      in.complaints.say(
          SuppositionProblem.CHANGED_TWICE, setting.span(), "name", setting.name().text());
      return false;
    }
    Type type = in.paths.seenFrom(field.type(), RowPath.SELF, path);
    Optional<Expr> value =
        suppositions.value(
            setting.value(),
            type,
            s.with(new Scope.Layer.Whose(new Type.RowOf(entity.ref(), path))));
    value
        .flatMap(Denoted::row)
        .filter(row -> field.role() == Field.Role.REFERENCE)
        .ifPresent(row -> in.paths.leads(path.then(field.name()), row.path()));
    value.ifPresent(v -> settings.add(new Change.Setting(field.index(), place, v, setting.span())));
    return value.isPresent();
  }

  /** The place of a column in its family, the last choice varying fastest. */
  private Optional<Integer> member(Field field, GivenRow.Setting setting) {
    int place = 0;
    boolean known = setting.family().size() == field.family().size();
    for (int i = 0; known && i < field.family().size(); i++) {
      Choice choice = in.vocabulary.choice(field.family().get(i));
      int at = choice.members().indexOf(setting.family().get(i).text());
      known = at >= 0;
      place = place * choice.members().size() + at;
    }
    if (!known) {
      in.complaints.say(
          FormulaProblem.NEEDS_ARGUMENTS,
          setting.name().span(),
          "name",
          field.name(),
          "parameters",
          field.family().stream()
              .map(c -> String.join(" | ", in.vocabulary.choice(c).members()))
              .collect(Collectors.joining(", ")));
    }
    return known ? Optional.of(place) : Optional.empty();
  }

  private boolean isPlaced(Entity entity, Supposition.Row change, List<Change.Setting> settings) {
    for (Field field : entity.identity()) {
      if (settings.stream().noneMatch(s -> s.field() == field.index())) {
        in.complaints.say(
            SuppositionProblem.NO_IDENTITY,
            change.entity().span(),
            "entity",
            entity.name(),
            "identity",
            entity.identity().stream()
                .map(f -> "`" + f.name() + "`")
                .collect(Collectors.joining(" and ")),
            "name",
            field.name());
        return false;
      }
    }
    return true;
  }
}
