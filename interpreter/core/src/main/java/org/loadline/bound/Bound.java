package org.loadline.bound;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.loadline.model.Choice;
import org.loadline.model.ChoiceRef;
import org.loadline.model.ColumnRule;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.Param;
import org.loadline.model.Permission;
import org.loadline.model.Table;
import org.loadline.model.Type;
import org.loadline.source.Source;
import org.loadline.syntax.Assumption;
import org.loadline.syntax.Declaration;
import org.loadline.syntax.Definition;
import org.loadline.syntax.EnvelopeItem;
import org.loadline.syntax.OrderKey;

/**
 * Everything that a policy and its libraries declare, of all modules together.
 *
 * <p>{@code sources} are the texts read, the policy's first, and {@code sight} what the libraries
 * among them see of one another. Formulas stand here as syntax, with the entity that they belong
 * to.
 */
public record Bound(
    String name,
    String doc,
    boolean library,
    List<Choice> choices,
    List<Entity> entities,
    List<BoundGroup> groups,
    List<Field> system,
    List<Param> params,
    List<Table> tables,
    List<ColumnRule> columnRules,
    List<UnitName> units,
    List<BoundFact> facts,
    List<Declaration.Function> functions,
    List<BoundAssumption> assumptions,
    List<Declaration.Action> actions,
    List<Declaration.Waterfall> waterfalls,
    List<Declaration.Report> reports,
    List<Declaration.Property> properties,
    List<Declaration.Test> tests,
    List<Declaration.Examples> examples,
    List<Declaration.Cases> cases,
    List<Replacement> replaced,
    List<Source> sources,
    Sight sight,
    Optional<BoundEnvelope> envelope)
    implements TypeNames {
  public Bound {
    choices = List.copyOf(choices);
    entities = List.copyOf(entities);
    groups = List.copyOf(groups);
    system = List.copyOf(system);
    params = List.copyOf(params);
    tables = List.copyOf(tables);
    columnRules = List.copyOf(columnRules);
    units = List.copyOf(units);
    facts = List.copyOf(facts);
    functions = List.copyOf(functions);
    assumptions = List.copyOf(assumptions);
    actions = List.copyOf(actions);
    waterfalls = List.copyOf(waterfalls);
    reports = List.copyOf(reports);
    properties = List.copyOf(properties);
    tests = List.copyOf(tests);
    examples = List.copyOf(examples);
    cases = List.copyOf(cases);
    replaced = List.copyOf(replaced);
    sources = List.copyOf(sources);
  }

  @Override
  public Optional<UnitName> unit(String name) {
    return units.stream().filter(u -> u.name().equals(name)).findFirst();
  }

  @Override
  public Optional<ChoiceRef> choiceNamed(String name) {
    return choices.stream().map(Choice::ref).filter(c -> c.name().equals(name)).findFirst();
  }

  @Override
  public Optional<EntityRef> entityNamed(String name) {
    return snapshotEntity(name).map(Entity::ref);
  }

  @Override
  public List<String> typeNames() {
    List<String> all = new ArrayList<>();
    units.forEach(unit -> all.add(unit.name()));
    choices.forEach(choice -> all.add(choice.ref().name()));
    entities.stream().filter(e -> !e.written()).forEach(e -> all.add(e.name()));
    return all;
  }

  /** An entity of the snapshot by its name; rows of written tables are not among them. */
  public Optional<Entity> snapshotEntity(String name) {
    return entities.stream().filter(e -> !e.written() && e.name().equals(name)).findFirst();
  }

  /** The entity whose rows are all called so: its plural, or the name of a written table. */
  public Optional<Entity> collection(String name) {
    return entities.stream().filter(e -> e.plural().equals(name)).findFirst();
  }

  /** The rows that refer to a row of {@code parent} and are called {@code plural} from there. */
  public Optional<Children> children(EntityRef parent, String plural) {
    return childrenOf(parent).stream()
        .filter(c -> c.reference().plural().filter(plural::equals).isPresent())
        .findFirst();
  }

  /** Every collection that a row of {@code parent} has. */
  public List<Children> childrenOf(EntityRef parent) {
    List<Children> all = new ArrayList<>();
    for (Entity entity : entities) {
      for (Field field : entity.fields()) {
        boolean back =
            field.plural().isPresent()
                && field.type().present() instanceof Type.RowOf row
                && row.entity().equals(parent);
        if (back) {
          all.add(new Children(entity, field));
        }
      }
    }
    return all;
  }

  public Optional<Table> table(String name) {
    return tables.stream().filter(t -> t.ref().name().equals(name)).findFirst();
  }

  public Optional<Param> param(String name) {
    return params.stream().filter(p -> p.ref().name().equals(name)).findFirst();
  }

  public Optional<Field> systemInput(String name) {
    return system.stream().filter(f -> f.name().equals(name)).findFirst();
  }

  public Optional<Declaration.Function> function(String name) {
    return functions.stream().filter(f -> f.name().text().equals(name)).findFirst();
  }

  /** Rows of an entity, by the reference that leads from them to the row that has them. */
  public record Children(Entity entity, Field reference) {}

  /** A declared unit; with an owner there is one for each row of that entity. */
  public record UnitName(
      String name, Optional<EntityRef> owner, String doc, org.loadline.source.Span span) {}

  /**
   * A fact as written, of an entity or of the whole. {@code order} is how the rows of its block are
   * ranked; {@code imported} if a library defines it.
   */
  public record BoundFact(
      Optional<EntityRef> owner, Definition definition, List<OrderKey> order, boolean imported) {
    public BoundFact {
      order = List.copyOf(order);
    }
  }

  /**
   * A group: the entity of its rows, the rows that it is made of and the field in which these hold
   * it, and their reference to its parent.
   */
  public record BoundGroup(
      EntityRef group, EntityRef from, int member, OptionalInt up, Declaration.Group declaration) {}

  /** An envelope of the policy, from a file of its own: its conditions are as written. */
  public record BoundEnvelope(
      Declaration.Envelope declaration,
      List<Permission> permitted,
      List<EnvelopeItem.Requirement> requirements) {
    public BoundEnvelope {
      permitted = List.copyOf(permitted);
      requirements = List.copyOf(requirements);
    }
  }

  /** An assumption as written. */
  public record BoundAssumption(Optional<EntityRef> owner, Assumption assumption) {}
}
