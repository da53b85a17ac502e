package org.loadline.bound;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.model.ChoiceRef;
import org.loadline.model.EntityRef;
import org.loadline.model.ParamRef;
import org.loadline.model.TableRef;
import org.loadline.source.DiagnosticSink;
import org.loadline.syntax.Declaration;
import org.loadline.syntax.Definition;
import org.loadline.syntax.Member;
import org.loadline.syntax.Name;

/**
 * Gathers the declarations of all modules and sees that names differ.
 *
 * <p>Names that formulas can say (params, inputs and facts of the whole, tables, functions,
 * entities and their plurals) share one space. Units have a space of their own, which all of these
 * but entities keep out of too; so have choices.
 */
final class Collecting {
  private final DiagnosticSink sink;
  private final Declared declared;
  private final Namespace inFormulas;
  private final Namespace units;
  private final Namespace choices;

  private Collecting(Sight sight, DiagnosticSink sink) {
    this.declared = new Declared(sight);
    this.sink = sink;
    this.inFormulas = new Namespace(sink);
    this.units = new Namespace(sink);
    this.choices = new Namespace(sink);
  }

  static Declared collect(Modules modules, DiagnosticSink sink) {
    Collecting collecting = new Collecting(Sight.of(modules), sink);
    List<Module> all = modules.all();
    all.forEach(module -> collecting.entitiesAndUnits(module));
    all.forEach(collecting::groups);
    all.forEach(module -> collecting.rest(module, module == modules.root()));
    collecting.unitOwners();
    return collecting.declared;
  }

  /** Entities come first, so that another thing of their name is what is reported. */
  private void entitiesAndUnits(Module module) {
    for (Declaration declaration : module.file().declarations()) {
      if (declaration instanceof Declaration.Entity entity) {
        entity(entity, module);
      } else if (declaration instanceof Declaration.SystemInputs system) {
        seriesOfWhole(system, module);
      } else if (declaration instanceof Declaration.Unit unit) {
        Name name = unit.name();
        if (allowedInTypes(name) && units.claim(name.text(), name.span())) {
          declared.units.put(name.text(), new Declared.OfUnit(unit));
        }
      }
    }
  }

  private void entity(Declaration.Entity entity, Module module) {
    Name name = entity.name();
    if (allowedInTypes(name) && inFormulas.claim(name.text(), name.span())) {
      inFormulas.claim(Plurals.of(name.text()), name.span());
      EntityRef ref = new EntityRef(declared.entities.size(), name.text());
      declared.entities.put(name.text(), new Declared.OfEntity(ref, entity, module));
      SeriesRows.of(entity, sink).forEach(series -> series(series, module));
    }
  }

  private void seriesOfWhole(Declaration.SystemInputs system, Module module) {
    for (Member member : system.members()) {
      if (member instanceof Member.Input input && input.series()) {
        SeriesRows.ofWhole(input, sink).stream()
            .filter(series -> claim(SeriesRows.nameOf(series)))
            .forEach(series -> series(series, module));
      }
    }
  }

  /** The points of a series are rows like others; a policy cannot name them as a kind. */
  private void series(Declaration.Entity series, Module module) {
    EntityRef ref = new EntityRef(declared.entities.size(), series.name().text());
    declared.entities.putIfAbsent(ref.name(), new Declared.OfEntity(ref, series, module));
  }

  /** The rows of groups are entities after those of the snapshot. */
  private void groups(Module module) {
    for (Declaration declaration : module.file().declarations()) {
      if (declaration instanceof Declaration.Group group
          && allowedInTypes(group.name())
          && inFormulas.claim(group.name().text(), group.name().span())) {
        inFormulas.claim(GroupBuilder.plural(group), group.name().span());
        int index = declared.entities.size() + declared.groups.size();
        EntityRef ref = new EntityRef(index, group.name().text());
        declared.groups.put(ref.name(), new Declared.OfGroup(ref, group, module));
      }
    }
  }

  private void rest(Module module, boolean root) {
    for (Declaration declaration : module.file().declarations()) {
      switch (declaration) {
        case Declaration.Import done -> {}
        case Declaration.Unit done -> {}
        case Declaration.Entity done -> {}
        case Declaration.Group done -> {}
        case Declaration.Param param -> {
          if (claim(param.name())) {
            ParamRef ref = new ParamRef(declared.params.size(), param.name().text());
            declared.params.put(ref.name(), new Declared.OfParam(ref, param));
          }
        }
        case Declaration.Choice choice -> choice(choice);
        case Declaration.SystemInputs system -> system(system);
        case Declaration.Table table -> {
          if (claim(table.name())) {
            TableRef ref = new TableRef(declared.tables.size(), table.name().text());
            declared.tables.put(ref.name(), new Declared.OfTable(ref, table));
          }
        }
        case Declaration.Rows done -> {}
        case Declaration.Columns columns -> declared.columns.add(columns);
        case Declaration.Together together -> declared.together.add(together);
        case Declaration.Envelope envelope -> {
          if (module.file().header().isPresent()) {
            new Saying(sink, MandateProblem.ENVELOPE_INSIDE, envelope.span()).send();
          }
        }
        case Declaration.ForEach forEach ->
            declared.forEach.add(new Declared.OfForEach(forEach, module));
        case Declaration.Function function -> {
          if (claim(function.name())) {
            declared.functions.put(function.name().text(), function);
          }
        }
        case Declaration.SystemFact fact -> {
          Definition definition = fact.definition();
          if (claim(definition.name())) {
            declared.systemFacts.put(
                definition.name().text(), new Declared.OfSystemFact(definition, !root));
          }
        }
        case Declaration.SystemAssumption assumption ->
            declared.assumptions.add(
                new Bound.BoundAssumption(Optional.empty(), assumption.assumption()));
        case Declaration.Action action -> {
          if (claim(action.name())) {
            declared.actions.put(action.name().text(), action);
          }
        }
        case Declaration.Waterfall waterfall -> {
          if (claim(waterfall.name())) {
            declared.waterfalls.add(waterfall);
          }
        }
        case Declaration.Property property -> declared.properties.add(property);
        // What a library reports, tests and exemplifies is its own affair.
        case Declaration.Report report -> addIf(root, declared.reports, report);
        case Declaration.Test test -> addIf(root, declared.tests, test);
        case Declaration.Examples examples -> addIf(root, declared.examples, examples);
        case Declaration.Cases cases -> addIf(root, declared.cases, cases);
      }
    }
  }

  private static <T> void addIf(boolean wanted, List<T> list, T item) {
    if (wanted) {
      list.add(item);
    }
  }

  private void choice(Declaration.Choice choice) {
    if (!allowedInTypes(choice.name())
        || !choices.claim(choice.name().text(), choice.name().span())) {
      return;
    }
    List<String> members = new ArrayList<>();
    for (Name member : choice.members()) {
      if (members.contains(member.text())) {
        new Saying(sink, NameProblem.CHOICE_MEMBER_TWICE, member.span())
            .with("name", member)
            .with("choice", choice.name())
            .send();
      } else if (allowed(member, member.text().equals("unlimited"))) {
        members.add(member.text());
      }
    }
    ChoiceRef ref = new ChoiceRef(declared.choices.size(), choice.name().text());
    declared.choices.put(ref.name(), new Declared.OfChoice(ref, choice, List.copyOf(members)));
  }

  private void system(Declaration.SystemInputs system) {
    for (Member member : system.members()) {
      switch (member) {
        // The points of a series are entities, which are declared before.
        case Member.Input input when input.series() -> {}
        case Member.Input input when !input.families().isEmpty() ->
            new Saying(sink, DeclarationProblem.NOT_IN_SYSTEM, input.span())
                .hint("Put a family into an `entity`, with a key that tells its rows apart.")
                .send();
        case Member.Input input -> {
          for (Name name : input.names()) {
            if (claim(name)) {
              declared.inputs.put(name.text(), new Declared.OfInput(name, input));
            }
          }
        }
        case Member.Assumed assumed ->
            declared.assumptions.add(
                new Bound.BoundAssumption(Optional.empty(), assumed.assumption()));
        case Member.Key key ->
            new Saying(sink, DeclarationProblem.NOT_IN_SYSTEM, key.span()).send();
        case Member.Reference reference ->
            new Saying(sink, DeclarationProblem.NOT_IN_SYSTEM, reference.span()).send();
        case Member.MaximumIsUnlimited maximum ->
            new Saying(sink, DeclarationProblem.NOT_IN_SYSTEM, maximum.span()).send();
      }
    }
  }

  private void unitOwners() {
    for (Declared.OfUnit unit : declared.units.values()) {
      Declaration.Unit declaration = unit.declaration();
      Optional<EntityRef> owner = declaration.owner().flatMap(o -> known(o));
      String name = declaration.name().text();
      declared.unitNames.put(
          name,
          new Bound.UnitName(name, owner, declaration.doc().text(), declaration.name().span()));
    }
  }

  private Optional<EntityRef> known(Name entity) {
    Optional<EntityRef> known = declared.entityNamed(entity.text());
    if (known.isEmpty()) {
      NoSuchEntity.say(sink, entity, declared);
    }
    return known;
  }

  private boolean claim(Name name) {
    return allowedInFormulas(name)
        && inFormulas.claim(name.text(), name.span())
        && units.claim(name.text(), name.span());
  }

  private boolean allowedInFormulas(Name name) {
    return allowed(name, ReservedNames.inFormulas(name.text()));
  }

  private boolean allowedInTypes(Name name) {
    return allowed(name, ReservedNames.inTypes(name.text()));
  }

  private boolean allowed(Name name, boolean reserved) {
    if (reserved) {
      new Saying(sink, NameProblem.RESERVED_NAME, name.span()).with("name", name).send();
    }
    return !reserved;
  }
}
