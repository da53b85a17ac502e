package org.loadline.bound;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.model.Choice;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.Param;
import org.loadline.model.Table;
import org.loadline.source.DiagnosticSink;
import org.loadline.syntax.Assumption;
import org.loadline.syntax.Declaration;
import org.loadline.syntax.Definition;
import org.loadline.syntax.Header;
import org.loadline.syntax.Member;
import org.loadline.syntax.Name;
import org.loadline.syntax.SyntaxFile;

/**
 * Builds the vocabulary of a policy from the syntax of all its modules.
 *
 * <p>Reports everything that is wrong with declarations at once. If anything is, what is returned
 * is as complete as it can be and must not be run: a type that could not be read stands as a plain
 * number, a table that could not be built is left out.
 */
public final class Binding {
  private final Modules modules;
  private final Declared declared;
  private final MemberNames members;
  private final States states;
  private final DiagnosticSink sink;

  private Binding(Modules modules, DiagnosticSink sink) {
    this.modules = modules;
    this.sink = sink;
    this.declared = Collecting.collect(modules, sink);
    this.members = new MemberNames(sink);
    this.states = new States(declared, sink);
  }

  /** Binds a policy or library with the libraries it imports. */
  public static Bound bind(Modules modules, DiagnosticSink sink) {
    return new Binding(modules, sink).bound();
  }

  /** Binds a policy that imports nothing. */
  public static Bound bind(SyntaxFile policy, DiagnosticSink sink) {
    String name = policy.header().map(Header::name).orElse("");
    return bind(new Modules(new Module(name, policy, List.of()), List.of()), sink);
  }

  private Bound bound() {
    EntityBuilder builder = new EntityBuilder(declared, EntityShapes.of(declared, sink), sink);
    List<Entity> entities = new ArrayList<>(builder.entities());
    List<Bound.BoundGroup> groups = new GroupBuilder(declared, entities, sink).groups();
    List<Field> system = builder.system();
    members.fields(entities);
    List<Bound.BoundAssumption> assumptions = new ArrayList<>(declared.assumptions);
    List<Bound.BoundFact> facts = facts(assumptions);
    List<TableParts> parts =
        new TableBuilder(declared, List.copyOf(entities), members, sink).tables();
    members.plurals(entities);
    parts.forEach(part -> entities.addAll(part.rows()));
    List<Table> tables = parts.stream().map(TableParts::table).toList();
    ChangeGroups governed =
        new ChangeGroups(new ParamBuilder(declared, sink).params(), entities, tables, sink);
    governed.read(declared.together);
    List<Param> params = governed.params();
    new ReplacedParams(declared, params, sink).check(modules.replaced());
    Optional<Header> header = modules.root().file().header();
    return new Bound(
        modules.root().name(),
        header.map(h -> h.doc().text()).orElse(""),
        header.filter(h -> h.kind() == Header.Kind.LIBRARY).isPresent(),
        choices(),
        entities,
        groups,
        system,
        params,
        tables,
        governed.columns(new ColumnRules(declared, entities, tables, sink).rules()),
        List.copyOf(declared.unitNames.values()),
        facts,
        List.copyOf(declared.functions.values()),
        assumptions,
        List.copyOf(declared.actions.values()),
        declared.waterfalls,
        declared.reports,
        declared.properties,
        declared.tests,
        declared.examples,
        declared.cases,
        modules.replaced(),
        modules.sources(),
        declared.sight,
        modules
            .envelope()
            .map(
                e ->
                    new Envelopes(declared, params, entities, tables, sink)
                        .bound(e, modules.root().name())));
  }

  private List<Choice> choices() {
    return declared.choices.values().stream()
        .map(
            c ->
                new Choice(
                    c.ref(),
                    c.members(),
                    c.declaration().doc().text(),
                    c.declaration().name().span()))
        .toList();
  }

  private List<Bound.BoundFact> facts(List<Bound.BoundAssumption> assumptions) {
    List<Bound.BoundFact> facts = new ArrayList<>();
    declared
        .systemFacts
        .values()
        .forEach(
            fact ->
                facts.add(
                    new Bound.BoundFact(
                        Optional.empty(),
                        states.withHeld(fact.definition()),
                        List.of(),
                        fact.imported())));
    states
        .factsOfWhole()
        .forEach(fact -> facts.add(new Bound.BoundFact(Optional.empty(), fact, List.of(), true)));
    for (Declared.OfEntity entity : declared.entities.values()) {
      for (Member member : entity.declaration().members()) {
        if (member instanceof Member.Assumed assumed) {
          assumptions.add(assumption(entity.ref(), assumed.assumption()));
        }
      }
    }
    Map<EntityRef, List<Definition>> stated = new LinkedHashMap<>();
    for (Declared.OfForEach forEach : declared.forEach) {
      Optional<EntityRef> entity = entity(forEach);
      entity.ifPresent(e -> forEach(e, forEach, facts, assumptions));
      entity.ifPresent(
          e ->
              stated
                  .computeIfAbsent(e, x -> new ArrayList<>())
                  .addAll(forEach.declaration().facts()));
    }
    stated.forEach(
        (entity, all) -> {
          for (Definition fact : states.ofRows(entity, all)) {
            if (members.fact(entity, fact)) {
              facts.add(new Bound.BoundFact(Optional.of(entity), fact, List.of(), true));
            }
          }
        });
    return facts;
  }

  private static Bound.BoundAssumption assumption(EntityRef entity, Assumption assumption) {
    return new Bound.BoundAssumption(Optional.of(entity), assumption);
  }

  private void forEach(
      EntityRef entity,
      Declared.OfForEach block,
      List<Bound.BoundFact> facts,
      List<Bound.BoundAssumption> assumptions) {
    boolean imported = block.module() != modules.root();
    for (Definition fact : block.declaration().facts()) {
      if (members.fact(entity, fact)) {
        facts.add(
            new Bound.BoundFact(
                Optional.of(entity),
                states.ofRow(entity, fact),
                block.declaration().order(),
                imported));
      }
    }
    block.declaration().assumptions().forEach(a -> assumptions.add(assumption(entity, a)));
  }

  /** The entity of a block of facts, if the module that holds the block may add to it. */
  private Optional<EntityRef> entity(Declared.OfForEach block) {
    Declaration.ForEach written = block.declaration();
    Optional<At> entity = at(written.entity().text());
    if (entity.isEmpty()) {
      NoSuchEntity.say(sink, written.entity(), declared);
      return Optional.empty();
    }
    boolean seen =
        block.module() == modules.root()
            || modules.seenFrom(block.module()).contains(entity.get().module());
    if (!seen) {
      new Saying(sink, NameProblem.FOREIGN_ENTITY, written.entity().span())
          .with("entity", written.entity())
          .also(entity.get().name().span(), "declared here")
          .send();
      return Optional.empty();
    }
    return entity.map(At::ref);
  }

  /** An entity or a group, and where it is declared. */
  private record At(EntityRef ref, Name name, Module module) {}

  private Optional<At> at(String name) {
    Optional<At> entity =
        Optional.ofNullable(declared.entities.get(name))
            .map(e -> new At(e.ref(), e.declaration().name(), e.module()));
    return entity.or(
        () ->
            Optional.ofNullable(declared.groups.get(name))
                .map(g -> new At(g.ref(), g.declaration().name(), g.module())));
  }
}
