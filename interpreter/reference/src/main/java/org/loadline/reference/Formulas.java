package org.loadline.reference;

import java.util.ArrayList;
import java.util.List;
import org.loadline.core.Expr;
import org.loadline.core.StepSize;
import org.loadline.data.Fault;
import org.loadline.data.Outcome;
import org.loadline.data.RowAt;
import org.loadline.model.Type;
import org.loadline.source.Span;
import org.loadline.values.Exact;
import org.loadline.values.Flag;
import org.loadline.values.None;
import org.loadline.values.Rounding;
import org.loadline.values.Unlimited;
import org.loadline.values.Value;

/**
 * Works formulas out, one rule of the language at a time: from the left to the right, branches not
 * taken not at all. What cannot be worked out is a {@link Failure}.
 */
final class Formulas {
  private final Evaluation evaluation;
  private final NumberFormulas numbers;
  private final RoundingFormulas roundings;
  private final PathFormulas paths;
  private final RowFormulas rows;
  private final FoldFormulas folds;
  private final Elements elements;
  private final LookupFormulas lookups;
  private final MarginalFormulas marginals;
  private final LinearFormulas linears;
  private final SearchFormulas searches;
  private final Nesting nesting;
  private final Meter meter;

  Formulas(Evaluation evaluation) {
    this.evaluation = evaluation;
    this.nesting = evaluation.nesting();
    this.meter = evaluation.meter();
    this.searches = new SearchFormulas(this, evaluation.words(), meter);
    this.paths = new PathFormulas(this, evaluation);
    this.numbers = new NumberFormulas(this, evaluation.words());
    this.roundings = new RoundingFormulas(this, evaluation.words());
    this.elements = new Elements(this, evaluation);
    this.rows = new RowFormulas(this, evaluation, elements);
    this.folds = new FoldFormulas(this, evaluation, elements);
    TableRows tables = new TableRows(this, evaluation, paths);
    this.lookups = new LookupFormulas(tables);
    this.marginals = new MarginalFormulas(tables);
    this.linears = new LinearFormulas(tables);
  }

  void forgetOrders() {
    elements.forget();
  }

  /** How many formulas are being worked out inside one another. */
  int depth() {
    return nesting.depth();
  }

  /** The value of a formula on a frame. */
  Value value(Expr formula, Frame frame) {
    meter.step();
    nesting.enter();
    try {
      return workOut(formula, frame);
    } finally {
      nesting.leave();
    }
  }

  private Value workOut(Expr formula, Frame frame) {
    return switch (formula) {
      case Expr.Constant e -> e.value();
      case Expr.Local e -> local(e, frame);
      case Expr.ParamValue e -> known(evaluation.param(e.param()));
      case Expr.SystemValue e -> paths.system(e, frame);
      case Expr.FieldOf e -> paths.field(e, frame);
      case Expr.FactOf e -> paths.fact(e, frame);
      case Expr.RowWithKey e -> paths.rowWithKey(e, frame);
      case Expr.Lookup e -> lookups.row(e, frame);
      case Expr.Marginal e -> marginals.sum(e, frame);
      case Expr.Interpolated e -> linears.point(e, frame);
      case Expr.Negate e -> number(e.operand(), frame).negate();
      case Expr.Arithmetic e -> numbers.arithmetic(e, frame);
      case Expr.Divide e -> numbers.divide(e, frame);
      case Expr.WholePower e -> numbers.wholePower(e, frame);
      case Expr.Apply e -> numbers.apply(e, frame);
      case Expr.Round e -> roundings.round(e, frame);
      case Expr.SquareRoot e ->
          throw new IllegalStateException("a square root stands directly under a rounding word");
      case Expr.AsNumber e -> value(e.operand(), frame);
      case Expr.Compare e -> compare(e, frame);
      case Expr.Same e ->
          Flag.of(value(e.left(), frame).equals(value(e.right(), frame)) != e.negated());
      case Expr.IsNone e -> Flag.of((value(e.operand(), frame) == None.INSTANCE) != e.negated());
      case Expr.IsUnlimited e ->
          Flag.of((value(e.operand(), frame) == Unlimited.INSTANCE) != e.negated());
      case Expr.InRange e -> inRange(e, frame);
      case Expr.Among e -> Flag.of(e.members().contains(value(e.operand(), frame)) != e.negated());
      case Expr.And e -> and(e, frame);
      case Expr.Or e -> or(e, frame);
      case Expr.Not e -> Flag.of(!holds(e.operand(), frame));
      case Expr.Decision e -> decision(e, frame);
      case Expr.Else e -> orElse(e, frame);
      case Expr.Aggregate e -> rows.aggregate(e, frame);
      case Expr.Pick e -> rows.pick(e, frame);
      case Expr.Given e -> evaluation.world(e, frame).formulas().value(e.body(), frame);
      case Expr.Search e -> searches.search(e, frame);
      case Expr.End e -> rows.end(e, frame);
      case Expr.Place e -> rows.place(e, frame);
      case Expr.Fold e -> folds.fold(e, frame);
      case Expr.Repeat e -> folds.repeat(e, frame);
    };
  }

  /** An input of a row, unless the row is broken or the input has no value. */
  Value cell(RowAt row, int field, int member, Span span, Frame frame) {
    return paths.cell(row, field, member, span, frame);
  }

  /** The step that a rounding word would round the operand to. */
  Exact step(StepSize step, Expr operand, Frame frame) {
    return roundings.step(
        new Expr.Round(operand.type(), operand.span(), Rounding.FLOOR, step, operand), frame);
  }

  RowFormulas rows() {
    return rows;
  }

  FoldFormulas folds() {
    return folds;
  }

  MarginalFormulas marginals() {
    return marginals;
  }

  Exact number(Expr formula, Frame frame) {
    return (Exact) value(formula, frame);
  }

  boolean holds(Expr condition, Frame frame) {
    return flag(value(condition, frame));
  }

  static boolean flag(Value value) {
    return ((Flag) value).value();
  }

  private static Value local(Expr.Local local, Frame frame) {
    return known(frame.slot(local.slot()));
  }

  /** A value that was worked out before; its fault passes on. */
  static Value known(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Known(Value value) -> value;
      case Outcome.Faulted(Fault fault) -> throw Failure.passing(fault);
    };
  }

  private Value compare(Expr.Compare e, Frame frame) {
    Value left = value(e.left(), frame);
    Value right = value(e.right(), frame);
    int order = Ranking.compare(left, right);
    return Flag.of(
        switch (e.comparison()) {
          case EQUAL -> order == 0;
          case NOT_EQUAL -> order != 0;
          case BELOW -> order < 0;
          case AT_MOST -> order <= 0;
          case ABOVE -> order > 0;
          case AT_LEAST -> order >= 0;
        });
  }

  private Value inRange(Expr.InRange e, Frame frame) {
    Value value = value(e.operand(), frame);
    Value from = value(e.from(), frame);
    Value to = value(e.to(), frame);
    boolean inside = Ranking.compare(from, value) <= 0 && Ranking.compare(value, to) <= 0;
    return Flag.of(inside != e.negated());
  }

  /** A chain of `and` leans to the left; it is walked, since it may be longer than the stack. */
  private Value and(Expr.And e, Frame frame) {
    List<Expr> terms = new ArrayList<>();
    Expr at = e;
    while (at instanceof Expr.And(Type type, var span, Expr left, Expr right)) {
      terms.add(right);
      at = left;
    }
    terms.add(at);
    return Flag.of(terms.reversed().stream().allMatch(term -> holds(term, frame)));
  }

  private Value or(Expr.Or e, Frame frame) {
    List<Expr> terms = new ArrayList<>();
    Expr at = e;
    while (at instanceof Expr.Or(Type type, var span, Expr left, Expr right)) {
      terms.add(right);
      at = left;
    }
    terms.add(at);
    return Flag.of(terms.reversed().stream().anyMatch(term -> holds(term, frame)));
  }

  private Value decision(Expr.Decision e, Frame frame) {
    for (Expr.Decision.Arm arm : e.arms()) {
      if (holds(arm.condition(), frame)) {
        return value(arm.value(), frame);
      }
    }
    return value(
        e.otherwise()
            .orElseThrow(() -> new IllegalStateException("no arm holds at " + e.span().place())),
        frame);
  }

  private Value orElse(Expr.Else e, Frame frame) {
    Value left;
    try {
      left = value(e.left(), frame);
    } catch (Failure failure) {
      boolean own =
          failure.operation().filter(at -> OwnFailures.includes(e.left(), at)).isPresent();
      if (!own) {
        throw failure;
      }
      return value(e.right(), frame);
    }
    return left == None.INSTANCE ? value(e.right(), frame) : left;
  }
}
