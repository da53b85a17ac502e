package org.loadline.meaning;

import static org.loadline.meaning.Form.node;
import static org.loadline.meaning.Form.quoted;
import static org.loadline.meaning.Form.when;
import static org.loadline.meaning.Form.word;
import static org.loadline.meaning.TypeForms.exact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.loadline.core.Assumption;
import org.loadline.core.Grouping;
import org.loadline.core.Program;
import org.loadline.model.Bounds;
import org.loadline.model.Bucket;
import org.loadline.model.ChangeRule;
import org.loadline.model.Choice;
import org.loadline.model.ColumnRule;
import org.loadline.model.Entity;
import org.loadline.model.Field;
import org.loadline.model.Param;
import org.loadline.model.StepRule;
import org.loadline.model.Table;
import org.loadline.values.Value;

/** What a policy declares besides formulas: choices, entities, inputs, params and tables. */
final class Vocabulary {
  private final Program program;
  private final Definition in;

  Vocabulary(Program program, Definition in) {
    this.program = program;
    this.in = in;
  }

  /** Members are in order: they can be compared. */
  Form choice(Choice choice) {
    return node("members", choice.members().stream().map(Form::quoted).toList());
  }

  Form param(Param param) {
    return node(
        node("value", in.types().type(param.type()), in.types().value(param.type(), param.value())),
        List.of(bounds(param.within()), change(param.change())));
  }

  /** A system input; what the whole assumes may forbid it to be read. */
  Form input(Field field) {
    if (program.assumptions().stream().anyMatch(a -> a.owner().isEmpty())) {
      in.reads(Subjects.assumptions());
    }
    return field(field);
  }

  /** What is assumed of the whole or of the rows of an entity, in no order. */
  Form assumptions(List<Assumption> assumptions) {
    List<Form> forms = new ArrayList<>();
    assumptions.forEach(a -> forms.add(in.formula(a.owner().isPresent(), a.condition())));
    return node("assume", Sorted.distinct(forms));
  }

  // ---- Entities

  Form entity(Entity entity) {
    return node(
        "entity",
        List.of(
            node("called", quoted(entity.plural())),
            node(
                node("identity"),
                List.of(
                    key("parent", entity, entity.parent()),
                    key("key", entity, entity.key()),
                    when(entity.written(), "written"),
                    when(entity.maximumIsUnlimited(), "maximum-is-unlimited"))),
            node("fields", fields(entity)),
            assumptions(
                program.assumptions().stream()
                    .filter(a -> a.owner().equals(Optional.of(entity.ref())))
                    .toList())));
  }

  private static Optional<Form> key(String head, Entity entity, java.util.OptionalInt field) {
    return field.isPresent()
        ? Optional.of(node(head, quoted(entity.fields().get(field.getAsInt()).name())))
        : Optional.empty();
  }

  /**
   * The fields that are the entity's own. Rows without a key are told apart by references and
   * values in the order of their fields; where there is a key that order means nothing.
   */
  private List<Form> fields(Entity entity) {
    List<Field> fields = entity.fields().stream().filter(f -> isOwn(entity, f)).toList();
    if (entity.key().isPresent() || entity.written()) {
      fields = fields.stream().sorted(Comparator.comparing(Field::name)).toList();
    }
    List<Form> forms = new ArrayList<>();
    fields.forEach(f -> forms.add(field(f, Optional.of(entity))));
    return forms;
  }

  private boolean isOwn(Entity entity, Field field) {
    return field.role() != Field.Role.TAKEN
        && in.subjects().ofField(entity, field).equals(in.subjects().of(entity.ref()));
  }

  Form field(Field field) {
    return field(field, Optional.empty());
  }

  Form field(Field field, Optional<Entity> entity) {
    List<Form> family = new ArrayList<>();
    field
        .family()
        .forEach(
            choice -> {
              in.reads(in.subjects().of(choice));
              family.add(quoted(choice.name()));
            });
    return node(
        node("field", quoted(field.name()), word(field.role()), in.types().type(field.type())),
        List.of(
            family.isEmpty() ? Optional.empty() : Optional.of(node("family", family)),
            field.step().map(s -> step(s, entity)),
            bounds(field.within()),
            field.bucket().map(Vocabulary::bucket),
            field.plural().map(p -> node("listed-as", quoted(p))),
            when(field.wholeNumber(), "whole")));
  }

  private Form step(StepRule step, Optional<Entity> entity) {
    return switch (step) {
      case StepRule.Fixed(var size) -> node("step", exact(size));
      case StepRule.ByRow(var fields, boolean places) -> {
        List<Form> path = new ArrayList<>();
        Optional<Entity> at = entity;
        for (int field : fields) {
          if (at.isEmpty()) {
            path.add(in.input(systemInput(field)));
          } else {
            path.add(in.field(at.get().ref(), field));
            at = leadsTo(at.get().fields().get(field));
          }
        }
        yield node(places ? "places-by-row" : "step-by-row", path);
      }
    };
  }

  private org.loadline.model.InputRef systemInput(int index) {
    return new org.loadline.model.InputRef(index, program.system().get(index).name());
  }

  private Optional<Entity> leadsTo(Field field) {
    return field.type().present() instanceof org.loadline.model.Type.RowOf(var entity, var path)
        ? Optional.of(program.entity(entity))
        : Optional.empty();
  }

  private static Form bucket(Bucket bucket) {
    return node(
        node("bucket"),
        List.of(bucket.floor().map(f -> node("floor", exact(f))), bucket.side().map(Form::word)));
  }

  private static Optional<Form> bounds(Optional<Bounds> bounds) {
    return bounds.map(b -> node("within", exact(b.least()), exact(b.most())));
  }

  private static Optional<Form> change(ChangeRule rule) {
    if (rule.equals(ChangeRule.FREE)) {
      return Optional.empty();
    }
    return Optional.of(
        node(
            node("change", word(rule.beyond())),
            List.of(
                rule.most().map(m -> node(rule.ofItsValue() ? "share" : "most", exact(m))),
                rule.clock()
                    .map(c -> node(c.slidingWindow() ? "window" : "once", exact(c.period()))),
                when(rule.neverToZero(), "never-to-zero"),
                rule.together().isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                        node(
                            "together",
                            rule.together().stream().sorted().map(Form::quoted).toList())))));
  }

  // ---- Groups

  Form group(Grouping g) {
    Entity group = program.entity(g.group());
    Entity from = program.entity(g.from());
    Formulas formulas = in.frame(true);
    List<Form> keys = formulas.all(g.keys());
    Optional<Form> filter = formulas.maybe("where", g.filter());
    in.reads(in.subjects().of(g.from()));
    return node(
        node("group", quoted(from.name()), node("by", keys)),
        List.of(
            filter,
            key("up", from, g.up()),
            Optional.of(field(from.fields().get(g.member()), Optional.of(from))),
            Optional.of(entity(group))));
  }

  // ---- Tables

  /** A table; rows that the text holds are part of it, others are an entity that it reads. */
  Form table(Table table) {
    Entity rows = program.entity(table.rows());
    in.reads(in.subjects().of(rows.ref()));
    List<Form> keys = new ArrayList<>();
    table.keys().forEach(k -> keys.add(key(k, rows)));
    return node(
        node("table", word(table.mode()), node("keys", keys)),
        List.of(
            key("owner", rows, table.owner()),
            when(table.clamp(), "clamp"),
            when(table.symmetric(), "symmetric"),
            when(table.grid(), "grid"),
            Optional.of(rows.written() ? entity(rows) : quoted(rows.name())),
            Optional.of(node("cells", cells(table, rows))),
            Optional.of(node("limits", limits(table, rows)))));
  }

  private Form key(Table.Key key, Entity rows) {
    return node("key", quoted(key.name()), in.types().type(key.type()), match(key, rows));
  }

  private Form match(Table.Key key, Entity rows) {
    return switch (key.match()) {
      case Table.Match.ByCell(var cells) -> {
        List<Form> forms = new ArrayList<>();
        cells.forEach(c -> forms.add(cell(c, key)));
        yield node("by-cell", forms);
      }
      case Table.Match.FromBound(int field) -> node("from-bound", in.field(rows.ref(), field));
      case Table.Match.Equal(int field) -> node("equal", in.field(rows.ref(), field));
    };
  }

  private Form cell(Table.CellRule rule, Table.Key key) {
    return switch (rule) {
      case Table.CellRule.Below(var bound) -> node("below", exact(bound));
      case Table.CellRule.UpTo(var bound) -> node("up-to", exact(bound));
      case Table.CellRule.From(var bound) -> node("from", exact(bound));
      case Table.CellRule.FromBelow(var from, var below) ->
          node("from-below", exact(from), exact(below));
      case Table.CellRule.Between(var from, var to) -> node("between", exact(from), exact(to));
      case Table.CellRule.Exactly(Value value) ->
          node("exactly", in.types().value(key.type(), value));
      case Table.CellRule.Otherwise otherwise -> word("otherwise");
    };
  }

  /** Rows from the top; the cells of a row by the names of their columns. */
  private List<Form> cells(Table table, Entity rows) {
    List<Form> forms = new ArrayList<>();
    for (List<Value> row : table.written()) {
      List<Form> cells = new ArrayList<>();
      for (Field field :
          rows.fields().stream().sorted(Comparator.comparing(Field::name)).toList()) {
        cells.add(
            node(
                "cell",
                quoted(field.name()),
                in.types().value(field.type(), row.get(field.index()))));
      }
      forms.add(node("row", cells));
    }
    return forms;
  }

  private List<Form> limits(Table table, Entity rows) {
    List<Form> forms = new ArrayList<>();
    for (ColumnRule rule : program.columnRules()) {
      if (rule.table().equals(table.ref())) {
        forms.add(
            node(
                node("column", quoted(rows.fields().get(rule.column()).name())),
                List.of(bounds(rule.within()), change(rule.change()))));
      }
    }
    return Sorted.all(forms);
  }
}
