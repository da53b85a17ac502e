package org.loadline.core;

import java.util.List;
import java.util.Optional;
import org.loadline.model.Choice;
import org.loadline.model.ChoiceRef;
import org.loadline.model.ColumnRule;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.InputRef;
import org.loadline.model.Param;
import org.loadline.model.ParamRef;
import org.loadline.model.Table;
import org.loadline.model.TableRef;
import org.loadline.source.Source;

/**
 * A policy with everything it imports, typed and complete.
 *
 * <p>References are places in these lists. {@code facts} stand callee first: a fact reads only
 * facts before it, or those of earlier rows. Groups stand after those that they are made of. {@code
 * waterfalls} run in their order, each on what the last one left. {@code sources} are the texts it
 * was made from, the policy first.
 */
public record Program(
    String name,
    String doc,
    List<Choice> choices,
    List<Entity> entities,
    List<Grouping> groupings,
    List<Field> system,
    List<Param> params,
    List<Table> tables,
    List<Fact> facts,
    List<Assumption> assumptions,
    List<Waterfall> waterfalls,
    List<Output> outputs,
    List<Property> properties,
    List<TestCase> tests,
    List<ExampleRow> examples,
    List<CaseBinding> cases,
    List<ColumnRule> columnRules,
    List<Source> sources) {
  public Program {
    choices = List.copyOf(choices);
    entities = List.copyOf(entities);
    groupings = List.copyOf(groupings);
    system = List.copyOf(system);
    params = List.copyOf(params);
    tables = List.copyOf(tables);
    facts = List.copyOf(facts);
    assumptions = List.copyOf(assumptions);
    waterfalls = List.copyOf(waterfalls);
    outputs = List.copyOf(outputs);
    properties = List.copyOf(properties);
    tests = List.copyOf(tests);
    examples = List.copyOf(examples);
    cases = List.copyOf(cases);
    columnRules = List.copyOf(columnRules);
    sources = List.copyOf(sources);
  }

  public Choice choice(ChoiceRef ref) {
    return choices.get(ref.index());
  }

  public Entity entity(EntityRef ref) {
    return entities.get(ref.index());
  }

  public Field input(InputRef ref) {
    return system.get(ref.index());
  }

  /** The system inputs that a snapshot holds; what is handed back of states comes after them. */
  public List<Field> given() {
    return system.stream().filter(f -> !f.role().isHandedBack()).toList();
  }

  public Param param(ParamRef ref) {
    return params.get(ref.index());
  }

  public Table table(TableRef ref) {
    return tables.get(ref.index());
  }

  public Fact fact(FactRef ref) {
    return facts.get(ref.index());
  }

  public Waterfall waterfall(WaterfallRef ref) {
    return waterfalls.get(ref.index());
  }

  /** The same program with other outputs. */
  public Program reporting(List<Output> others) {
    return withFacts(facts, others);
  }

  /** The same program with other values of params, and other rows of tables. */
  public Program with(List<Param> otherParams, List<Table> otherTables) {
    return new Program(
        name,
        doc,
        choices,
        entities,
        groupings,
        system,
        otherParams,
        otherTables,
        facts,
        assumptions,
        waterfalls,
        outputs,
        properties,
        tests,
        examples,
        cases,
        columnRules,
        sources);
  }

  /** The same program with other facts, of which some are its outputs. */
  public Program withFacts(List<Fact> otherFacts, List<Output> otherOutputs) {
    return new Program(
        name,
        doc,
        choices,
        entities,
        groupings,
        system,
        params,
        tables,
        otherFacts,
        assumptions,
        waterfalls,
        otherOutputs,
        properties,
        tests,
        examples,
        cases,
        columnRules,
        sources);
  }

  /** The same program with other properties. */
  public Program withProperties(List<Property> others) {
    return new Program(
        name,
        doc,
        choices,
        entities,
        groupings,
        system,
        params,
        tables,
        facts,
        assumptions,
        waterfalls,
        outputs,
        others,
        tests,
        examples,
        cases,
        columnRules,
        sources);
  }

  /** The same program with other facts, which are all that it is asked for. */
  public Program asking(List<Fact> otherFacts, List<Output> otherOutputs) {
    return withFacts(otherFacts, otherOutputs).keeping(List.of(), List.of());
  }

  /** The same program with these waterfalls and properties, and with nothing else to check. */
  public Program keeping(List<Waterfall> kept, List<Property> keptProperties) {
    return new Program(
        name,
        doc,
        choices,
        entities,
        groupings,
        system,
        params,
        tables,
        facts,
        assumptions,
        kept,
        outputs,
        keptProperties,
        List.of(),
        List.of(),
        List.of(),
        columnRules,
        sources);
  }

  /** The entity of that name, of the snapshot or a written table's rows. */
  public Optional<Entity> entity(String name) {
    return entities.stream().filter(e -> e.name().equals(name)).findFirst();
  }
}
