package org.loadline.reference;

import static org.loadline.data.ProgramMaker.number;

import java.util.List;
import java.util.Optional;
import org.loadline.core.Builtin;
import org.loadline.core.Expr;
import org.loadline.core.Fact;
import org.loadline.core.FactRef;
import org.loadline.core.Output;
import org.loadline.core.Program;
import org.loadline.core.Rows;
import org.loadline.core.StepSize;
import org.loadline.data.Fault;
import org.loadline.data.Loading;
import org.loadline.data.Outcome;
import org.loadline.data.ParamValues;
import org.loadline.data.ProgramMaker;
import org.loadline.data.RowAt;
import org.loadline.data.SnapshotBuilder;
import org.loadline.model.EntityRef;
import org.loadline.model.RowPath;
import org.loadline.model.TableRef;
import org.loadline.model.Type;
import org.loadline.source.Span;
import org.loadline.values.Exact;
import org.loadline.values.Flag;
import org.loadline.values.None;
import org.loadline.values.Rounding;
import org.loadline.values.Value;

/** Formulas written by hand, and what became of them. */
final class Written {
  final ProgramMaker maker;

  Written(String text) {
    maker = new ProgramMaker(text);
  }

  Span span() {
    return maker.source.span(0, maker.source.text().length());
  }

  Expr num(String text) {
    return num(text, Type.NUMBER);
  }

  Expr num(String text, Type type) {
    return new Expr.Constant(type, span(), number(text));
  }

  Expr value(Type type, Value value) {
    return new Expr.Constant(type, span(), value);
  }

  Expr none() {
    return value(Type.NOTHING, None.INSTANCE);
  }

  Expr flag(boolean held) {
    return value(Type.FLAG, Flag.of(held));
  }

  Expr local(int slot, String name) {
    return new Expr.Local(Type.NUMBER, maker.at(name), slot, name);
  }

  Expr row(EntityRef entity, int slot) {
    return new Expr.Local(
        new Type.RowOf(entity, RowPath.self(entity.name())), span(), slot, entity.name());
  }

  Expr field(Expr row, EntityRef entity, String name, Expr... family) {
    var field = maker.entities.get(entity.index()).field(name).orElseThrow();
    return new Expr.FieldOf(
        field.type(), maker.at(name), row, entity, field.index(), List.of(family));
  }

  Expr add(Expr left, Expr right) {
    return arithmetic(Expr.Arithmetic.Operation.ADD, left, right);
  }

  Expr arithmetic(Expr.Arithmetic.Operation operation, Expr left, Expr right) {
    return new Expr.Arithmetic(Type.NUMBER, span(), operation, left, right);
  }

  Expr divide(Expr left, Expr right) {
    return new Expr.Divide(Type.NUMBER, span(), left, right);
  }

  /** One divided by zero. */
  Expr bang() {
    return divide(num("1"), num("0"));
  }

  Expr apply(Builtin builtin, Expr... arguments) {
    return new Expr.Apply(Type.NUMBER, span(), builtin, List.of(arguments));
  }

  Expr round(Rounding rounding, Expr operand, Expr step) {
    return new Expr.Round(
        Type.NUMBER, span(), rounding, new StepSize.MultipleOf(step, span()), operand);
  }

  Expr places(Rounding rounding, Expr operand, Expr count) {
    return new Expr.Round(
        Type.NUMBER, span(), rounding, new StepSize.Places(count, span()), operand);
  }

  Expr sqrt(Expr radicand) {
    return new Expr.SquareRoot(Type.NUMBER, span(), radicand);
  }

  Expr compare(Expr.Compare.Comparison comparison, Expr left, Expr right) {
    return new Expr.Compare(Type.FLAG, span(), comparison, left, right);
  }

  Expr orElse(Expr left, Expr right) {
    return new Expr.Else(Type.NUMBER, span(), left, right);
  }

  Expr and(Expr left, Expr right) {
    return new Expr.And(Type.FLAG, span(), left, right);
  }

  Expr or(Expr left, Expr right) {
    return new Expr.Or(Type.FLAG, span(), left, right);
  }

  Expr lookup(TableRef table, Expr... keys) {
    return new Expr.Lookup(
        rowOf(maker.tables.get(table.index()).rows()),
        span(),
        table,
        Optional.empty(),
        List.of(keys));
  }

  Expr decide(Expr condition, Expr value, Expr otherwise) {
    return new Expr.Decision(
        Type.NUMBER,
        span(),
        List.of(new Expr.Decision.Arm(condition, value, span())),
        Optional.of(otherwise));
  }

  Expr aggregate(Expr.Aggregate.Kind kind, int slot, Rows rows, Expr filter, Expr body) {
    return new Expr.Aggregate(
        Type.NUMBER,
        span(),
        kind,
        List.of(new Expr.Binder(slot, "x", rows, span())),
        Optional.of(filter),
        body,
        Optional.empty());
  }

  Expr pick(int slot, Rows rows, boolean greatest, Expr filter, Expr measure, Type type) {
    return new Expr.Pick(
        type,
        span(),
        new Expr.Binder(slot, "x", rows, span()),
        Optional.of(filter),
        greatest,
        measure);
  }

  static Type rowOf(EntityRef entity) {
    return new Type.RowOf(entity, RowPath.self(entity.name()));
  }

  Expr fact(Fact fact, Optional<Expr> row, Expr... arguments) {
    return new Expr.FactOf(fact.type(), maker.at(fact.name()), row, fact.ref(), List.of(arguments));
  }

  /** A fact of an entity or of the whole, which is reported if it has no parameters. */
  Fact define(String name, Optional<EntityRef> owner, Expr body, Fact.Parameter... parameters) {
    return define(name, owner, Optional.empty(), body, parameters);
  }

  Fact define(
      String name,
      Optional<EntityRef> owner,
      Optional<Expr> needs,
      Expr body,
      Fact.Parameter... parameters) {
    FactRef ref = new FactRef(maker.facts.size(), name);
    Fact fact =
        new Fact(
            ref,
            owner,
            List.of(parameters),
            needs,
            body,
            body.type(),
            8,
            Fact.Origin.FACT,
            "",
            maker.at(name));
    maker.facts.add(fact);
    if (parameters.length == 0) {
      maker.outputs.add(new Output(name, owner, ref, body.type()));
    }
    return fact;
  }

  SnapshotBuilder rows() {
    return new SnapshotBuilder(maker.program());
  }

  Evaluation run(SnapshotBuilder rows) {
    Program program = maker.program();
    Loading loading = rows.build();
    return new Evaluation(
        program,
        loading.snapshot().orElseThrow(() -> new AssertionError(loading.problems())),
        ParamValues.written(program));
  }

  /** What becomes of a formula without rows. */
  Outcome outcome(Expr formula) {
    return run(rows()).expression(formula, 8, Optional.empty());
  }

  Value of(Expr formula) {
    return known(outcome(formula));
  }

  Fault fault(Expr formula) {
    return faulted(outcome(formula));
  }

  static Value known(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Known(Value value) -> value;
      case Outcome.Faulted(Fault fault) -> throw new AssertionError(fault.what().message());
    };
  }

  static Fault faulted(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Known(Value value) -> throw new AssertionError("no fault: " + value);
      case Outcome.Faulted(Fault fault) -> fault;
    };
  }

  static Exact exact(String text) {
    return number(text);
  }

  static Optional<RowAt> at(EntityRef entity, int row) {
    return Optional.of(new RowAt(entity, row));
  }
}
