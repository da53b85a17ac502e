package org.loadline.bound;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.model.ChoiceRef;
import org.loadline.model.EntityRef;
import org.loadline.model.ParamRef;
import org.loadline.model.TableRef;
import org.loadline.syntax.Declaration;
import org.loadline.syntax.Definition;
import org.loadline.syntax.Member;
import org.loadline.syntax.Name;

/**
 * What all modules declare at their top, by name, each with its place in the program; what is
 * inside is still as written.
 */
final class Declared implements ConstantNames {
  record OfUnit(Declaration.Unit declaration) {}

  record OfChoice(ChoiceRef ref, Declaration.Choice declaration, List<String> members) {}

  record OfEntity(EntityRef ref, Declaration.Entity declaration, Module module) {}

  record OfGroup(EntityRef ref, Declaration.Group declaration, Module module) {}

  record OfParam(ParamRef ref, Declaration.Param declaration) {}

  record OfTable(TableRef ref, Declaration.Table declaration) {}

  record OfSystemFact(Definition definition, boolean imported) {}

  /** A name of a {@code system} input and the line it stands on. */
  record OfInput(Name name, Member.Input line) {}

  record OfForEach(Declaration.ForEach declaration, Module module) {}

  final Sight sight;
  final Map<String, OfUnit> units = new LinkedHashMap<>();
  final Map<String, OfChoice> choices = new LinkedHashMap<>();
  final Map<String, OfEntity> entities = new LinkedHashMap<>();
  final Map<String, OfGroup> groups = new LinkedHashMap<>();
  final Map<String, OfParam> params = new LinkedHashMap<>();
  final Map<String, OfTable> tables = new LinkedHashMap<>();
  final Map<String, OfSystemFact> systemFacts = new LinkedHashMap<>();
  final Map<String, OfInput> inputs = new LinkedHashMap<>();
  final Map<String, Declaration.Function> functions = new LinkedHashMap<>();
  final Map<String, Declaration.Action> actions = new LinkedHashMap<>();
  final List<Declaration.Waterfall> waterfalls = new ArrayList<>();
  final List<OfForEach> forEach = new ArrayList<>();
  final List<Declaration.Columns> columns = new ArrayList<>();
  final List<Declaration.Together> together = new ArrayList<>();
  final List<Bound.BoundAssumption> assumptions = new ArrayList<>();
  final List<Declaration.Report> reports = new ArrayList<>();
  final List<Declaration.Property> properties = new ArrayList<>();
  final List<Declaration.Test> tests = new ArrayList<>();
  final List<Declaration.Examples> examples = new ArrayList<>();
  final List<Declaration.Cases> cases = new ArrayList<>();

  /** The units with the entities they belong to. */
  final Map<String, Bound.UnitName> unitNames = new LinkedHashMap<>();

  Declared(Sight sight) {
    this.sight = sight;
  }

  @Override
  public Optional<Bound.UnitName> unit(String name) {
    return Optional.ofNullable(unitNames.get(name));
  }

  @Override
  public Optional<ChoiceRef> choiceNamed(String name) {
    return Optional.ofNullable(choices.get(name)).map(OfChoice::ref);
  }

  @Override
  public Optional<EntityRef> entityNamed(String name) {
    return Optional.ofNullable(entities.get(name)).map(OfEntity::ref);
  }

  @Override
  public List<String> typeNames() {
    List<String> all = new ArrayList<>(unitNames.keySet());
    all.addAll(choices.keySet());
    all.addAll(entities.keySet());
    return all;
  }

  @Override
  public Optional<Definition> systemFact(String name) {
    return Optional.ofNullable(systemFacts.get(name)).map(OfSystemFact::definition);
  }

  @Override
  public List<ChoiceNames> choicesWith(Name member) {
    List<OfChoice> with =
        choices.values().stream().filter(choice -> choice.members.contains(member.text())).toList();
    return sight.nearest(member.span(), with, c -> c.declaration.name().span()).stream()
        .map(Declared::names)
        .toList();
  }

  @Override
  public Optional<ChoiceNames> choiceOf(int index) {
    return choices.values().stream()
        .filter(choice -> choice.ref.index() == index)
        .map(Declared::names)
        .findFirst();
  }

  private static ChoiceNames names(OfChoice choice) {
    return new ChoiceNames(choice.ref, choice.members);
  }

  @Override
  public Optional<String> knownOnlyInARun(String name) {
    if (params.containsKey(name)) {
      return Optional.of("a param");
    }
    if (inputs.containsKey(name)) {
      return Optional.of("an input");
    }
    if (tables.containsKey(name)) {
      return Optional.of("a table");
    }
    return entities.containsKey(name) ? Optional.of("an entity") : Optional.empty();
  }

  @Override
  public List<String> constantNames() {
    List<String> all = new ArrayList<>(systemFacts.keySet());
    choices.values().forEach(choice -> all.addAll(choice.members));
    all.addAll(unitNames.keySet());
    all.add("unlimited");
    return all;
  }
}
