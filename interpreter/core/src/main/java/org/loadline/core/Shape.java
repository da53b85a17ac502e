package org.loadline.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.TableRef;
import org.loadline.model.Type;
import org.loadline.values.Member;
import org.loadline.values.RowNumber;
import org.loadline.values.Value;

/**
 * What a formula says, wherever it stands: two formulas, even of two programs, that have equal
 * shapes say the same of the same names.
 *
 * <p>A shape is nested lists of names and values, to be compared only.
 */
final class Shape {
  private final Program program;

  /** What variables are called, if not by their slot. */
  private final Map<Integer, String> names;

  /** What stands for formulas whose text does not matter, told apart by identity. */
  private final Map<Expr, String> blanks;

  Shape(Program program, Map<Integer, String> names) {
    this(program, names, Map.of());
  }

  Shape(Program program, Map<Integer, String> names, Map<Expr, String> blanks) {
    this.program = program;
    this.names = new HashMap<>(names);
    this.blanks = blanks;
  }

  static List<Object> of(Program program, Expr formula) {
    return new Shape(program, Map.of()).of(formula);
  }

  /** That of an operation on two formulas of these shapes. */
  static List<Object> of(Expr.Arithmetic.Operation operation, Object left, Object right) {
    return List.of("arithmetic", operation, left, right);
  }

  /** What the parameters of a fact are called. */
  static Map<Integer, String> arguments(Fact fact) {
    Map<Integer, String> names = new HashMap<>();
    for (int i = 0; i < fact.parameters().size(); i++) {
      names.put(fact.parameters().get(i).slot(), "argument " + i);
    }
    return names;
  }

  /** That of a formula. */
  List<Object> of(Expr formula) {
    if (blanks.containsKey(formula)) {
      return list(blanks.get(formula));
    }
    return switch (formula) {
      case Expr.Constant e -> list("constant", value(e.type(), e.value()));
      case Expr.Local e -> list("local", named(e.slot()));
      case Expr.ParamValue e -> list("param", e.param().name());
      case Expr.SystemValue e -> list("system", program.input(e.input()).name());
      case Expr.FieldOf e ->
          list("field", field(e.entity(), e.field()), of(e.row()), all(e.family()));
      case Expr.FactOf e -> list("fact", fact(e.fact()), maybe(e.row()), all(e.arguments()));
      case Expr.RowWithKey e ->
          list(
              "key",
              e.entity().name(),
              maybe(e.parent()),
              e.fields().stream().map(f -> field(e.entity(), f)).toList(),
              all(e.keys()));
      case Expr.Lookup e -> list("lookup", table(e.table()), maybe(e.owner()), all(e.keys()));
      case Expr.Marginal e ->
          list("slices", column(e.table(), e.column()), maybe(e.owner()), all(e.keys()));
      case Expr.Interpolated e ->
          list("line", column(e.table(), e.column()), maybe(e.owner()), all(e.keys()));
      case Expr.Negate e -> list("minus", of(e.operand()));
      case Expr.Arithmetic e -> of(e.operation(), of(e.left()), of(e.right()));
      case Expr.Divide e -> list("quotient", of(e.left()), of(e.right()));
      case Expr.WholePower e -> list("power", e.exponent(), of(e.operand()));
      case Expr.Apply e -> list("apply", e.builtin(), all(e.arguments()));
      case Expr.Round e -> list("round", e.rounding(), step(e.step()), of(e.operand()));
      case Expr.SquareRoot e -> list("root", of(e.operand()));
      case Expr.AsNumber e -> list("number", of(e.operand()));
      case Expr.Compare e -> list("compare", e.comparison(), of(e.left()), of(e.right()));
      case Expr.Same e -> list("is", e.negated(), of(e.left()), of(e.right()));
      case Expr.IsNone e -> list("none", e.negated(), of(e.operand()));
      case Expr.IsUnlimited e -> list("unlimited", e.negated(), of(e.operand()));
      case Expr.InRange e -> list("range", e.negated(), of(e.operand()), of(e.from()), of(e.to()));
      case Expr.Among e ->
          list(
              "among",
              e.negated(),
              of(e.operand()),
              e.members().stream().map(m -> value(e.operand().type(), m)).toList());
      case Expr.And e -> list("and", of(e.left()), of(e.right()));
      case Expr.Or e -> list("or", of(e.left()), of(e.right()));
      case Expr.Not e -> list("not", of(e.operand()));
      case Expr.Decision e ->
          list(
              "decision",
              e.arms().stream().map(a -> list(of(a.condition()), of(a.value()))).toList(),
              maybe(e.otherwise()));
      case Expr.Else e -> list("else", of(e.left()), of(e.right()));
      case Expr.Aggregate e -> {
        Shape inner = inner();
        List<Object> rows = new ArrayList<>();
        e.binders().forEach(b -> rows.add(inner.bind(b)));
        yield list(
            "aggregate",
            e.kind(),
            rows,
            inner.maybe(e.filter()),
            inner.of(e.body()),
            inner.maybe(e.weight()));
      }
      case Expr.Pick e -> {
        Shape inner = inner();
        Object rows = inner.bind(e.binder());
        yield list("pick", e.greatest(), rows, inner.maybe(e.filter()), inner.of(e.measure()));
      }
      case Expr.Given e -> list("given", of(e.body()), e.changes().stream().map(this::of).toList());
      case Expr.End e -> list("end", e.last(), of(e.rows()));
      case Expr.Place e -> list("place", of(e.element()), of(e.rows()));
      case Expr.Search e -> {
        Shape inner = inner();
        inner.name(e.slot());
        yield list(
            "search", e.last(), of(e.from()), of(e.to()), of(e.step()), inner.of(e.condition()));
      }
      case Expr.Fold e -> {
        Shape inner = inner();
        Object rows = inner.bind(e.binder());
        inner.name(e.carried(), e.parts());
        yield list(
            "fold",
            rows,
            inner.carried(e.carried()),
            inner.maybe(e.filter()),
            inner.maybe(e.goOn()),
            inner.parts(e.parts()));
      }
      case Expr.Repeat e -> {
        Shape inner = inner();
        inner.name(e.carried(), e.parts());
        yield list(
            "repeat",
            of(e.most()),
            inner.carried(e.carried()),
            inner.of(e.goOn()),
            inner.parts(e.parts()));
      }
    };
  }

  /** A shape maker that knows the variables of this one, to which it adds its own. */
  Shape inner() {
    return new Shape(program, names, blanks);
  }

  /** Gives a variable a name that depends on how many are around it alone. */
  void name(int slot) {
    names.putIfAbsent(slot, "v" + names.size());
  }

  private void name(List<Expr.Carried> carried, List<Expr.Part> parts) {
    carried.forEach(c -> name(c.slot()));
    parts.forEach(p -> name(p.slot()));
  }

  /** Its collection; from then on its variable has a name. */
  Object bind(Expr.Binder binder) {
    Object rows = of(binder.rows());
    name(binder.slot());
    return rows;
  }

  private Object named(int slot) {
    return names.getOrDefault(slot, Integer.toString(slot));
  }

  private Object carried(List<Expr.Carried> all) {
    return all.stream().map(c -> list(of(c.start()), of(c.next()))).toList();
  }

  private Object parts(List<Expr.Part> all) {
    return all.stream().map(p -> of(p.value())).toList();
  }

  private Object of(Rows rows) {
    return switch (rows) {
      case Rows.All r -> list("all", r.entity().name());
      case Rows.Children r -> list("children", of(r.parent()), field(r.child(), r.field()));
      case Rows.Members r -> list("members", r.choice().name());
      case Rows.Numbers r -> list("numbers", of(r.from()), of(r.to()));
      case Rows.Window r ->
          list(
              "window",
              of(r.points()),
              maybe(r.from()),
              maybe(r.until()),
              r.before(),
              maybe(r.last()),
              r.withoutFirst());
      case Rows.Ordered r -> ordered(r);
      case Rows.Before r -> list("before", of(r.row()), ordered(r.order()));
    };
  }

  private Object ordered(Rows.Ordered r) {
    Shape inner = inner();
    Object rows = inner.bind(r.element());
    return list(
        "ordered",
        rows,
        inner.maybe(r.filter()),
        r.keys().stream().map(k -> list(k.descending(), inner.of(k.value()))).toList(),
        maybe(r.most()));
  }

  private Object of(Change change) {
    return switch (change) {
      case Change.OfField c -> {
        Shape inner = inner();
        inner.name(c.slot());
        yield list(
            field(c.entity(), c.field()),
            inner.all(c.family()),
            inner.maybe(c.where()),
            inner.of(c.value()));
      }
      case Change.OfSystem c -> list(program.input(c.input()).name(), of(c.value()));
      case Change.OfParam c -> list("param", c.param().name(), of(c.value()));
      case Change.OfRow c ->
          list(
              c.entity().name(),
              c.settings().stream()
                  .map(s -> list(field(c.entity(), s.field()), s.member(), of(s.value())))
                  .toList());
    };
  }

  private Object step(StepSize step) {
    return switch (step) {
      case StepSize.Whole whole -> "whole";
      case StepSize.MultipleOf of -> list("multiple", of(of.step()));
      case StepSize.Places places -> list("places", of(places.count()));
    };
  }

  private Object field(EntityRef entity, int field) {
    return entity.name() + "." + program.entity(entity).fields().get(field).name();
  }

  private Object fact(FactRef ref) {
    Fact fact = program.fact(ref);
    if (fact.origin() == Fact.Origin.LOCAL) {
      return list("named here", new Shape(program, arguments(fact)).of(fact.body()));
    }
    return fact.owner().map(o -> o.name() + ".").orElse("") + fact.name();
  }

  private Object table(TableRef ref) {
    return program.table(ref).rows().name();
  }

  private Object column(TableRef ref, int column) {
    return field(program.table(ref).rows(), column);
  }

  /** Members and rows of tables by their names, as their places may differ. */
  private Object value(Type type, Value value) {
    if (value instanceof Member(int ordinal) && type.present() instanceof Type.OfChoice of) {
      return program.choice(of.choice()).members().get(ordinal);
    }
    if (value instanceof RowNumber(int row) && type.present() instanceof Type.RowOf of) {
      Entity rows = program.entity(of.entity());
      return program.tables().stream()
          .filter(t -> t.rows().equals(of.entity()) && row < t.written().size())
          .findFirst()
          .filter(t -> rows.key().isPresent())
          .<Object>map(t -> list(rows.name(), t.written().get(row).get(rows.key().getAsInt())))
          .orElse(list(rows.name(), row));
    }
    return value;
  }

  private Object maybe(Optional<Expr> formula) {
    return formula.<Object>map(this::of).orElse("nothing");
  }

  private Object all(List<Expr> formulas) {
    return formulas.stream().map(this::of).toList();
  }

  private static List<Object> list(Object... parts) {
    return Stream.of(parts).toList();
  }
}
