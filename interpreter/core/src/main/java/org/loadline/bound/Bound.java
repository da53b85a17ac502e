package org.loadline.bound;

import java.util.List;
import java.util.Optional;
import org.loadline.model.Choice;
import org.loadline.model.ColumnRule;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.Param;
import org.loadline.model.Table;
import org.loadline.source.Source;
import org.loadline.syntax.Assumption;
import org.loadline.syntax.Declaration;
import org.loadline.syntax.Definition;

/**
 * Everything that a policy and its libraries declare, of all modules together.
 *
 * <p>{@code sources} are the texts read, the policy's first. Formulas stand here as syntax, with the
 * entity that they belong to.
 */
public record Bound(
    String name,
    String doc,
    boolean library,
    List<Choice> choices,
    List<Entity> entities,
    List<Field> system,
    List<Param> params,
    List<Table> tables,
    List<ColumnRule> columnRules,
    List<UnitName> units,
    List<BoundFact> facts,
    List<Declaration.Function> functions,
    List<BoundAssumption> assumptions,
    List<Declaration.Report> reports,
    List<Declaration.Property> properties,
    List<Declaration.Test> tests,
    List<Declaration.Examples> examples,
    List<Source> sources) {
  public Bound {
    choices = List.copyOf(choices);
    entities = List.copyOf(entities);
    system = List.copyOf(system);
    params = List.copyOf(params);
    tables = List.copyOf(tables);
    columnRules = List.copyOf(columnRules);
    units = List.copyOf(units);
    facts = List.copyOf(facts);
    functions = List.copyOf(functions);
    assumptions = List.copyOf(assumptions);
    reports = List.copyOf(reports);
    properties = List.copyOf(properties);
    tests = List.copyOf(tests);
    examples = List.copyOf(examples);
    sources = List.copyOf(sources);
  }

  /** A declared unit; with an owner there is one for each row of that entity. */
  public record UnitName(
      String name, Optional<EntityRef> owner, String doc, org.loadline.source.Span span) {}

  /** A fact as written, of an entity or of the whole. {@code imported} if a library defines it. */
  public record BoundFact(Optional<EntityRef> owner, Definition definition, boolean imported) {}

  /** An assumption as written. */
  public record BoundAssumption(Optional<EntityRef> owner, Assumption assumption) {}
}
