package org.loadline.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.loadline.core.Assumption;
import org.loadline.core.ExampleRow;
import org.loadline.core.Fact;
import org.loadline.core.Output;
import org.loadline.core.Program;
import org.loadline.core.Property;
import org.loadline.core.TestCase;
import org.loadline.core.Waterfall;
import org.loadline.model.Bounds;
import org.loadline.model.ChangeRule;
import org.loadline.model.Choice;
import org.loadline.model.ChoiceRef;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.InputRef;
import org.loadline.model.Param;
import org.loadline.model.ParamRef;
import org.loadline.model.RowPath;
import org.loadline.model.StepRule;
import org.loadline.model.Table;
import org.loadline.model.TableRef;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.source.Source;
import org.loadline.source.Span;
import org.loadline.values.Exact;
import org.loadline.values.Value;

/** Makes programs by hand, for tests of what comes after the checker. */
public final class ProgramMaker {
  public static final Type USD =
      new Type.Quantity(Unit.of("USD", Optional.empty()), Type.Form.DECIMAL, false);
  public static final Type USD_OR_UNLIMITED =
      new Type.Quantity(Unit.of("USD", Optional.empty()), Type.Form.DECIMAL, true);

  public final Source source;
  public final List<Choice> choices = new ArrayList<>();
  public final List<Entity> entities = new ArrayList<>();
  public final List<Field> system = new ArrayList<>();
  public final List<Param> params = new ArrayList<>();
  public final List<Table> tables = new ArrayList<>();
  public final List<Fact> facts = new ArrayList<>();
  public final List<Assumption> assumptions = new ArrayList<>();
  public final List<Waterfall> waterfalls = new ArrayList<>();
  public final List<Output> outputs = new ArrayList<>();
  public final List<Property> properties = new ArrayList<>();
  public final List<TestCase> tests = new ArrayList<>();
  public final List<ExampleRow> examples = new ArrayList<>();

  /** With a text that spans are taken from. */
  public ProgramMaker(String text) {
    source = Source.of("policy.risk", text);
  }

  public Program program() {
    return new Program(
        "policy",
        "",
        choices,
        entities,
        List.of(),
        system,
        params,
        tables,
        facts,
        assumptions,
        waterfalls,
        outputs,
        properties,
        tests,
        examples,
        List.of(),
        List.of(),
        List.of(source));
  }

  /** The place of some words in the text; the whole text if they are not there. */
  public Span at(String words) {
    int start = source.text().indexOf(words);
    return start < 0
        ? source.span(0, source.text().length())
        : source.span(start, start + words.length());
  }

  public ChoiceRef choice(String name, String... members) {
    ChoiceRef ref = new ChoiceRef(choices.size(), name);
    choices.add(new Choice(ref, List.of(members), "", at(name)));
    return ref;
  }

  public InputRef system(String name, Type type) {
    system.add(field(system.size(), name, Field.Role.INPUT, type));
    return new InputRef(system.size() - 1, name);
  }

  public ParamRef param(String name, Type type, Value value) {
    ParamRef ref = new ParamRef(params.size(), name);
    params.add(new Param(ref, type, value, Optional.empty(), ChangeRule.FREE, "", at(name)));
    return ref;
  }

  public Table table(Table table) {
    tables.add(table);
    return table;
  }

  public TableRef nextTable(String name) {
    return new TableRef(tables.size(), name);
  }

  public EntityMaker entity(String name) {
    return new EntityMaker(name);
  }

  private Field field(int index, String name, Field.Role role, Type type) {
    return new Field(
        index,
        name,
        role,
        type,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        "",
        at(name));
  }

  /** Collects the fields of one entity. */
  public final class EntityMaker {
    private final String name;
    private final List<Field> fields = new ArrayList<>();
    private OptionalInt key = OptionalInt.empty();
    private OptionalInt parent = OptionalInt.empty();
    private boolean written;
    private boolean maximumIsUnlimited;

    private EntityMaker(String name) {
      this.name = name;
    }

    public EntityMaker key(String field, Type type) {
      key = OptionalInt.of(fields.size());
      fields.add(field(fields.size(), field, Field.Role.KEY, type));
      return this;
    }

    public EntityMaker of(EntityRef target) {
      if (parent.isEmpty()) {
        parent = OptionalInt.of(fields.size());
      }
      return reference(target.name(), target, false);
    }

    public EntityMaker reference(String field, EntityRef target, boolean orNone) {
      Type row = new Type.RowOf(target, RowPath.self(name).then(field));
      fields.add(
          field(fields.size(), field, Field.Role.REFERENCE, orNone ? new Type.OrNone(row) : row));
      return this;
    }

    public EntityMaker input(String field, Type type) {
      fields.add(field(fields.size(), field, Field.Role.INPUT, type));
      return this;
    }

    public EntityMaker step(String size) {
      return step(new StepRule.Fixed(number(size)));
    }

    public EntityMaker step(StepRule rule) {
      Field f = fields.removeLast();
      fields.add(
          new Field(
              f.index(),
              f.name(),
              f.role(),
              f.type(),
              f.family(),
              Optional.of(rule),
              f.within(),
              f.bucket(),
              f.plural(),
              f.wholeNumber(),
              f.doc(),
              f.span()));
      return this;
    }

    public EntityMaker within(String least, String most) {
      Field f = fields.removeLast();
      Bounds bounds = new Bounds(number(least), number(most), f.span());
      fields.add(
          new Field(
              f.index(),
              f.name(),
              f.role(),
              f.type(),
              f.family(),
              f.step(),
              Optional.of(bounds),
              f.bucket(),
              f.plural(),
              f.wholeNumber(),
              f.doc(),
              f.span()));
      return this;
    }

    public EntityMaker whole() {
      Field f = fields.removeLast();
      fields.add(
          new Field(
              f.index(),
              f.name(),
              f.role(),
              f.type(),
              f.family(),
              f.step(),
              f.within(),
              f.bucket(),
              f.plural(),
              true,
              f.doc(),
              f.span()));
      return this;
    }

    public EntityMaker family(ChoiceRef... choices) {
      Field f = fields.removeLast();
      fields.add(
          new Field(
              f.index(),
              f.name(),
              f.role(),
              f.type(),
              List.of(choices),
              f.step(),
              f.within(),
              f.bucket(),
              f.plural(),
              f.wholeNumber(),
              f.doc(),
              f.span()));
      return this;
    }

    public EntityMaker written() {
      written = true;
      return this;
    }

    public EntityMaker maximumIsUnlimited() {
      maximumIsUnlimited = true;
      return this;
    }

    public EntityRef make() {
      EntityRef ref = new EntityRef(entities.size(), name);
      entities.add(
          new Entity(
              ref, name + "s", written, fields, key, parent, maximumIsUnlimited, "", at(name)));
      return ref;
    }
  }

  /** A decimal as it is written, or a fraction with a stroke. */
  public static Exact number(String text) {
    int stroke = text.indexOf('/');
    if (stroke >= 0) {
      return number(text.substring(0, stroke)).dividedBy(number(text.substring(stroke + 1)));
    }
    return Exact.of(new java.math.BigDecimal(text));
  }
}
