package org.loadline.cli.report;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.loadline.core.Expr;
import org.loadline.core.ExprWalk;
import org.loadline.core.Fact;
import org.loadline.core.FactRef;
import org.loadline.core.Program;
import org.loadline.data.ParamValues;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.InputRef;
import org.loadline.model.Param;
import org.loadline.model.ParamRef;
import org.loadline.model.StepRule;
import org.loadline.model.Table;
import org.loadline.model.TableRef;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.source.Span;
import org.loadline.source.TextBrackets;
import org.loadline.values.Exact;
import org.loadline.values.NumberText;

/** Tells how facts are defined, from the text alone; what is told once is not told again. */
public final class Definitions {
  private final Program program;
  private final ParamValues params;
  private final Set<FactRef> told = new HashSet<>();

  public Definitions(Program program, ParamValues params) {
    this.program = program;
    this.params = params;
  }

  /** One fact and what it reads, {@code deep} facts down. */
  public Definition fact(FactRef ref, int deep) {
    return fact(program.fact(ref), Optional.empty(), deep);
  }

  private Definition fact(Fact fact, Optional<EntityRef> reader, int deep) {
    boolean repeated = told.contains(fact.ref());
    Map<String, Definition> parts = new LinkedHashMap<>();
    Reads reads = new Reads();
    if (!repeated) {
      fact.needs().ifPresent(reads::add);
      reads.add(fact.body());
    }
    if (!repeated && deep > 0) {
      told.add(fact.ref());
      reads.facts.forEach(f -> put(parts, fact(program.fact(f), fact.owner(), deep - 1)));
      reads.fields.forEach(f -> put(parts, field(f.entity(), f.field(), fact.owner())));
      reads.system.forEach(i -> put(parts, system(i)));
      reads.params.forEach(p -> put(parts, param(p)));
      reads.tables.forEach(t -> put(parts, table(t)));
    }
    int omitted = repeated || deep > 0 ? 0 : reads.size();
    String needs = fact.needs().map(n -> "needs " + TextBrackets.text(n.span())).orElse("");
    return new Definition(
        Definition.Kind.FACT,
        owned(fact.owner(), reader, name(fact)),
        type(fact.type()),
        TextBrackets.text(fact.body().span()),
        needs,
        fact.doc(),
        fact.span(),
        List.copyOf(parts.values()),
        repeated,
        omitted);
  }

  private static void put(Map<String, Definition> parts, Definition part) {
    parts.putIfAbsent(part.kind() + part.name(), part);
  }

  private static String name(Fact fact) {
    return fact.parameters().isEmpty()
        ? fact.name()
        : fact.parameters().stream()
            .map(Fact.Parameter::name)
            .collect(Collectors.joining(", ", fact.name() + "(", ")"));
  }

  /** A name as the formula that reads it would write it: its own row's without the entity. */
  private static String owned(Optional<EntityRef> owner, Optional<EntityRef> reader, String name) {
    return owner.isEmpty() || owner.equals(reader) ? name : owner.get().name() + "." + name;
  }

  private Definition field(EntityRef entity, int index, Optional<EntityRef> reader) {
    Field field = program.entity(entity).fields().get(index);
    boolean cell = program.entity(entity).written();
    String name = owned(Optional.of(entity), reader, field.name());
    return supplied(
        cell ? Definition.Kind.TABLE : Definition.Kind.INPUT, name, cell ? "cell" : "input", field);
  }

  private Definition system(InputRef ref) {
    Field field = program.input(ref);
    return supplied(Definition.Kind.SYSTEM, field.name(), "system input", field);
  }

  private static Definition supplied(Definition.Kind kind, String name, String what, Field field) {
    String step =
        field
            .step()
            .map(
                rule ->
                    switch (rule) {
                      case StepRule.Fixed(Exact size) -> "in steps of " + NumberText.format(size);
                      case StepRule.ByRow byRow -> "in steps of its row";
                    })
            .orElse("");
    String within = field.within().map(b -> "within " + range(b.least(), b.most())).orElse("");
    String note =
        Stream.of(what, step, within)
            .filter(words -> !words.isEmpty())
            .collect(Collectors.joining(", "));
    return leaf(kind, name, type(field.type()), note, field.doc(), field.span());
  }

  private Definition param(ParamRef ref) {
    Param param = program.param(ref);
    String within = param.within().map(b -> ", within " + range(b.least(), b.most())).orElse("");
    String value = params.value(ref) instanceof Exact number ? NumberText.format(number) : "";
    String note = "param = " + (value.isEmpty() ? params.value(ref) : value) + within;
    return leaf(
        Definition.Kind.PARAM, ref.name(), type(param.type()), note, param.doc(), param.span());
  }

  private Definition table(TableRef ref) {
    Table table = program.table(ref);
    String keys = table.keys().stream().map(Table.Key::name).collect(Collectors.joining(", "));
    String mode =
        switch (table.mode()) {
          case ROW -> "table by ";
          case MARGINAL -> "marginal table by ";
          case LINEAR -> "linear table by ";
        };
    return leaf(Definition.Kind.TABLE, ref.name(), "", mode + keys, table.doc(), table.span());
  }

  private static Definition leaf(
      Definition.Kind kind, String name, String type, String note, String doc, Span place) {
    return new Definition(kind, name, type, "", note, doc, place, List.of(), false, 0);
  }

  private static String range(Exact least, Exact most) {
    return NumberText.format(least) + " .. " + NumberText.format(most);
  }

  private static String type(Type type) {
    return switch (type) {
      case Type.Quantity q -> unit(q.unit()) + (q.orUnlimited() ? " or unlimited" : "");
      case Type.Flag flag -> "flag";
      case Type.Text text -> "text";
      case Type.Date date -> "date";
      case Type.Instant instant -> "instant";
      case Type.OfChoice choice -> choice.choice().name();
      case Type.RowOf row -> row.entity().name();
      case Type.Nothing nothing -> "none";
      case Type.OrNone optional -> type(optional.of()) + " or none";
    };
  }

  private static String unit(Unit unit) {
    return unit.isOne() ? "number" : unit.equals(Unit.TIME) ? "duration" : unit.withOwners();
  }

  /** The names that a formula reads, each once, in the order met; references are only ways. */
  private final class Reads {
    private final Set<FactRef> facts = new LinkedHashSet<>();
    private final Set<Place> fields = new LinkedHashSet<>();
    private final Set<InputRef> system = new LinkedHashSet<>();
    private final Set<ParamRef> params = new LinkedHashSet<>();
    private final Set<TableRef> tables = new LinkedHashSet<>();

    private record Place(EntityRef entity, int field) {}

    void add(Expr formula) {
      switch (formula) {
        case Expr.FactOf e -> facts.add(e.fact());
        case Expr.FieldOf e -> {
          Field field = program.entity(e.entity()).fields().get(e.field());
          if (field.role() == Field.Role.INPUT && !program.entity(e.entity()).written()) {
            fields.add(new Place(e.entity(), e.field()));
          }
        }
        case Expr.SystemValue e -> system.add(e.input());
        case Expr.ParamValue e -> params.add(e.param());
        case Expr.Lookup e -> tables.add(e.table());
        case Expr.Marginal e -> tables.add(e.table());
        case Expr.Interpolated e -> tables.add(e.table());
        default -> {}
      }
      ExprWalk.parts(formula).forEach(this::add);
    }

    int size() {
      return facts.size() + fields.size() + system.size() + params.size() + tables.size();
    }
  }
}
