package org.loadline.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.bound.Bound;
import org.loadline.bound.Suggestions;
import org.loadline.model.Choice;
import org.loadline.model.ChoiceRef;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.InputRef;
import org.loadline.model.Param;
import org.loadline.model.Table;
import org.loadline.model.Type;
import org.loadline.source.Span;
import org.loadline.syntax.Declaration;
import org.loadline.syntax.Name;

/** The declared names of a policy and everything it imports, ready to be asked. */
final class Vocabulary {
  private final Bound bound;
  private final Map<Optional<EntityRef>, Map<String, Defined>> facts = new LinkedHashMap<>();
  private final Map<Declaration.Function, Map<String, Defined>> sheets = new LinkedHashMap<>();
  private final Map<String, List<Choice>> members = new HashMap<>();
  private final Map<String, Param> params = new HashMap<>();
  private final Map<String, InputRef> inputs = new HashMap<>();
  private final Map<String, Bound.UnitName> units = new HashMap<>();
  private final Map<String, Declaration.Function> functions = new HashMap<>();
  private final Map<String, Declaration.Action> actions = new HashMap<>();
  private final Map<String, Declaration.Waterfall> waterfalls = new LinkedHashMap<>();
  private final Map<EntityRef, Map<String, Child>> children = new HashMap<>();

  /** The rows of {@code entity} whose reference {@code field} leads to a row. */
  record Child(Entity entity, Field field) {}

  Vocabulary(Bound bound) {
    this.bound = bound;
    for (Bound.BoundFact fact : bound.facts()) {
      facts
          .computeIfAbsent(fact.owner(), o -> new LinkedHashMap<>())
          .putIfAbsent(
              fact.definition().name().text(),
              Defined.fact(fact.owner(), fact.definition(), fact.imported(), fact.order()));
    }
    bound.functions().forEach(f -> sheets.put(f, Defined.facts(f)));
    bound.params().forEach(p -> params.putIfAbsent(p.ref().name(), p));
    bound.units().forEach(u -> units.putIfAbsent(u.name(), u));
    bound.functions().forEach(f -> functions.putIfAbsent(f.name().text(), f));
    bound.actions().forEach(a -> actions.putIfAbsent(a.name().text(), a));
    bound.waterfalls().forEach(w -> waterfalls.putIfAbsent(w.name().text(), w));
    for (int i = 0; i < bound.system().size(); i++) {
      String name = bound.system().get(i).name();
      inputs.putIfAbsent(name, new InputRef(i, name));
    }
    for (Choice choice : bound.choices()) {
      for (String member : choice.members()) {
        members.computeIfAbsent(member, m -> new ArrayList<>()).add(choice);
      }
    }
    for (Entity entity : bound.entities()) {
      for (Field field : entity.fields()) {
        if (field.leadsToRow() && field.type().present() instanceof Type.RowOf to) {
          field
              .plural()
              .ifPresent(
                  plural ->
                      children
                          .computeIfAbsent(to.entity(), e -> new LinkedHashMap<>())
                          .putIfAbsent(plural, new Child(entity, field)));
        }
      }
    }
  }

  Bound bound() {
    return bound;
  }

  Entity entity(EntityRef ref) {
    return bound.entities().get(ref.index());
  }

  Choice choice(ChoiceRef ref) {
    return bound.choices().get(ref.index());
  }

  /** Entities of the snapshot; rows of written tables have no name of their own. */
  Optional<Entity> kind(String name) {
    return bound.entities().stream().filter(e -> !e.written() && e.name().equals(name)).findFirst();
  }

  Optional<Entity> all(String plural) {
    return bound.entities().stream()
        .filter(e -> !e.written() && e.plural().equals(plural))
        .findFirst();
  }

  Optional<Child> children(EntityRef of, String plural) {
    return Optional.ofNullable(children.getOrDefault(of, Map.of()).get(plural));
  }

  /** Whether only one entity has a field or fact of this name; locals have names of their own. */
  boolean isUnique(String name) {
    long fields = bound.entities().stream().filter(e -> e.field(name).isPresent()).count();
    long others = facts.values().stream().filter(f -> f.containsKey(name)).count();
    return fields + others == 1;
  }

  /** Whether anything is called so together: all rows, children of a row, or a table. */
  boolean isPlural(String name) {
    return name.equals(Orders.EARLIER)
        || all(name).isPresent()
        || children.values().stream().anyMatch(c -> c.containsKey(name))
        || bound.tables().stream().anyMatch(t -> t.ref().name().equals(name));
  }

  List<String> plurals(EntityRef of) {
    return List.copyOf(children.getOrDefault(of, Map.of()).keySet());
  }

  Optional<Table> table(String name) {
    return bound.tables().stream()
        .filter(t -> t.owner().isEmpty() && t.ref().name().equals(name))
        .findFirst();
  }

  Optional<Table> tableOf(EntityRef owner, String name) {
    return tablesOf(owner).stream().filter(t -> t.ref().name().equals(name)).findFirst();
  }

  List<Table> tablesOf(EntityRef owner) {
    return bound.tables().stream()
        .filter(t -> t.owner().isPresent())
        .filter(
            t ->
                entity(t.rows()).fields().get(t.owner().getAsInt()).type().present()
                        instanceof Type.RowOf row
                    && row.entity().equals(owner))
        .toList();
  }

  Optional<Choice> choice(String name) {
    return bound.choices().stream().filter(c -> c.ref().name().equals(name)).findFirst();
  }

  /** The choices that have a member of this name, the nearest to where it stands. */
  List<Choice> choicesWith(Name member) {
    return bound
        .sight()
        .nearest(member.span(), members.getOrDefault(member.text(), List.of()), Choice::span);
  }

  /** Whether a name in a library is a member there, and nothing else that the library knows. */
  boolean isOwnMember(Name name) {
    String text = name.text();
    List<Span> others = new ArrayList<>();
    input(text).ifPresent(i -> others.add(bound.system().get(i.index()).span()));
    param(text).ifPresent(p -> others.add(p.span()));
    fact(Optional.empty(), text).ifPresent(f -> others.add(f.span()));
    function(text).ifPresent(f -> others.add(f.span()));
    table(text).ifPresent(t -> others.add(t.span()));
    return others.stream().noneMatch(other -> bound.sight().isOwn(name.span(), other))
        && choicesWith(name).stream().anyMatch(c -> bound.sight().isOwn(name.span(), c.span()));
  }

  Optional<Param> param(String name) {
    return Optional.ofNullable(params.get(name));
  }

  Optional<InputRef> input(String name) {
    return Optional.ofNullable(inputs.get(name));
  }

  Optional<Bound.UnitName> unit(String name) {
    return Optional.ofNullable(units.get(name));
  }

  Optional<Declaration.Function> function(String name) {
    return Optional.ofNullable(functions.get(name));
  }

  /** Whether the points of a series are called so. */
  boolean isSeries(String name) {
    return all(name).filter(Entity::isSeries).isPresent()
        || children.values().stream()
            .flatMap(c -> c.entrySet().stream())
            .anyMatch(c -> c.getKey().equals(name) && c.getValue().entity().isSeries());
  }

  /** Whether the policy calls something so that can stand before brackets. */
  boolean isNamed(String name) {
    return functions.containsKey(name)
        || facts.values().stream().anyMatch(f -> f.containsKey(name))
        || bound.tables().stream().anyMatch(t -> t.ref().name().equals(name));
  }

  Optional<Declaration.Action> action(String name) {
    return Optional.ofNullable(actions.get(name));
  }

  Optional<Declaration.Waterfall> waterfall(String name) {
    return Optional.ofNullable(waterfalls.get(name));
  }

  Map<String, Defined> sheet(Declaration.Function function) {
    return sheets.getOrDefault(function, Map.of());
  }

  Optional<Defined> fact(Optional<EntityRef> owner, String name) {
    return Optional.ofNullable(facts(owner).get(name));
  }

  /** What to write where a name is that of no entity: of its rows, or a near one. */
  String entityHint(String name, String otherwise) {
    List<String> known =
        bound.entities().stream().filter(e -> !e.written()).map(Entity::name).toList();
    return all(name)
        .map(entity -> "One of them is called `" + entity.name() + "`.")
        .orElseGet(() -> Suggestions.hint(name, known, otherwise));
  }

  /** What to write for a part that a row has not got: a near name, or that of the whole. */
  String partHint(String name, EntityRef of) {
    return facts(Optional.empty()).containsKey(name) || inputs.containsKey(name)
        ? "`" + name + "` is of the whole, not of a row: write it alone."
        : Suggestions.hint(name, parts(of), FormulaProblem.UNKNOWN_PART.hint());
  }

  Map<String, Defined> facts(Optional<EntityRef> owner) {
    return facts.getOrDefault(owner, Map.of());
  }

  /** Every fact of every entity and of the whole, in the order of the text. */
  List<Defined> facts() {
    return bound.facts().stream()
        .flatMap(f -> fact(f.owner(), f.definition().name().text()).stream())
        .distinct()
        .toList();
  }

  /** The entities whose rows have a field or a fact of a name. */
  List<Entity> having(String name) {
    return bound.entities().stream()
        .filter(e -> !e.written())
        .filter(e -> e.field(name).isPresent() || facts(Optional.of(e.ref())).containsKey(name))
        .toList();
  }

  /** What a row of an entity has, for "did you mean". */
  List<String> parts(EntityRef of) {
    List<String> names = new ArrayList<>();
    entity(of).fields().stream()
        .filter(f -> !f.role().isHandedBack())
        .forEach(f -> names.add(f.name()));
    facts(Optional.of(of)).keySet().stream().filter(Vocabulary::isWord).forEach(names::add);
    names.addAll(plurals(of));
    tablesOf(of).forEach(t -> names.add(t.ref().name()));
    return names;
  }

  /** Whether a policy can write this name; what stands behind a state has names of two words. */
  private static boolean isWord(String name) {
    return name.indexOf(' ') < 0;
  }

  /** What can be named anywhere, for "did you mean". */
  List<String> everywhere() {
    List<String> names = new ArrayList<>();
    bound.system().stream().filter(f -> !f.role().isHandedBack()).forEach(f -> names.add(f.name()));
    bound.params().forEach(p -> names.add(p.ref().name()));
    facts(Optional.empty()).keySet().stream().filter(Vocabulary::isWord).forEach(names::add);
    bound.functions().forEach(f -> names.add(f.name().text()));
    bound.tables().stream()
        .filter(t -> t.owner().isEmpty())
        .forEach(t -> names.add(t.ref().name()));
    names.addAll(members.keySet());
    bound.choices().forEach(c -> names.add(c.ref().name()));
    bound.units().forEach(u -> names.add(u.name()));
    bound.entities().stream()
        .filter(e -> !e.written())
        .forEach(e -> names.addAll(List.of(e.name(), e.plural())));
    return names;
  }
}
