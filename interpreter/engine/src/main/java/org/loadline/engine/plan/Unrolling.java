package org.loadline.engine.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.loadline.core.Expr;
import org.loadline.core.Expr.Compare.Comparison;
import org.loadline.core.ExprWalk;
import org.loadline.core.Fact;
import org.loadline.core.FactRef;
import org.loadline.core.Program;
import org.loadline.core.Rows;
import org.loadline.model.EntityRef;
import org.loadline.model.Table;
import org.loadline.values.Exact;
import org.loadline.values.RowNumber;
import org.loadline.values.Value;

/**
 * Writes an aggregate over the scenarios of a written table out, scenario by scenario, where a
 * world is supposed in each, or rows are looked through that read the scenario: then the numbers of
 * a scenario are constants, and what is worked out over the same rows in all scenarios stands in
 * one loop.
 */
final class Unrolling {
  /** Beyond so many scenarios they are taken in turn. */
  static final int MOST = 64;

  private final Program program;
  private final Terms terms;
  private final LoopTranslation.Formulas formulas;
  private final Map<FactRef, Boolean> supposing = new HashMap<>();
  private final ScenarioScans scans;

  Unrolling(Program program, Terms terms, LoopTranslation.Formulas formulas) {
    this.program = program;
    this.terms = terms;
    this.formulas = formulas;
    this.scans = new ScenarioScans(program, this::isScenarios);
  }

  boolean mayUnroll(Expr.Aggregate e) {
    long all = 1;
    for (Expr.Binder binder : e.binders()) {
      all *= scenarios(binder);
    }
    return e.filter().isEmpty()
        && all > 0
        && all <= MOST
        && (supposes(e.body()) || scans.reads(e.body(), slots(e.binders())));
  }

  boolean mayUnroll(Expr.Pick e) {
    int all = scenarios(e.binder());
    return e.filter().isEmpty()
        && all > 0
        && all <= MOST
        && (supposes(e.measure()) || scans.reads(e.measure(), slots(List.of(e.binder()))));
  }

  private static Set<Integer> slots(List<Expr.Binder> binders) {
    return binders.stream().map(Expr.Binder::slot).collect(Collectors.toSet());
  }

  private boolean isScenarios(Rows rows) {
    return scenarios(rows) > 0;
  }

  private int scenarios(Expr.Binder binder) {
    return scenarios(binder.rows());
  }

  /** The rows of a written table; 0 for other collections. */
  private int scenarios(Rows rows) {
    return rows instanceof Rows.All(EntityRef entity)
        ? table(entity).map(t -> t.written().size()).orElse(0)
        : 0;
  }

  private Optional<Table> table(EntityRef entity) {
    return program.tables().stream()
        .filter(t -> t.rows().equals(entity) && !t.written().isEmpty())
        .findFirst();
  }

  /** Whether a formula, or a fact that it gives arguments, supposes a world. */
  private boolean supposes(Expr formula) {
    if (formula instanceof Expr.Given) {
      return true;
    }
    if (formula instanceof Expr.FactOf e && !e.arguments().isEmpty()) {
      Boolean known = supposing.get(e.fact());
      if (known == null) {
        Fact fact = program.fact(e.fact());
        known = supposes(fact.body());
        supposing.put(e.fact(), known);
      }
      if (known) {
        return true;
      }
    }
    return ExprWalk.parts(formula).stream().anyMatch(this::supposes);
  }

  /** A cell of a written table that the text decides. */
  Optional<Term> cell(Expr.FieldOf e, Term row) {
    return row.shape() instanceof Shape.Constant(RowNumber(int at)) && e.family().isEmpty()
        ? table(e.entity())
            .map(t -> terms.constant(t.written().get(at).get(e.field()), Kind.of(e.type())))
        : Optional.empty();
  }

  Term aggregate(Expr.Aggregate e, Map<Integer, Term> slots, boolean own) {
    List<Term> bodies = new ArrayList<>();
    List<Term> weights = new ArrayList<>();
    each(
        e.binders(),
        slots,
        inside -> {
          bodies.add(formulas.term(e.body(), inside, false));
          e.weight().ifPresent(w -> weights.add(formulas.term(w, inside, false)));
        });
    return switch (e.kind()) {
      case SUM -> sum(bodies);
      case COUNT -> terms.number(Exact.of(bodies.size()));
      case MIN -> best(bodies, false);
      case MAX -> best(bodies, true);
      case ALL -> bodies.stream().reduce((a, b) -> terms.flag(new Shape.Both(a, b))).orElseThrow();
      case ANY ->
          terms.flag(
              new Shape.Not(
                  bodies.stream()
                      .map(body -> terms.not(body))
                      .reduce((a, b) -> terms.flag(new Shape.Both(a, b)))
                      .orElseThrow()));
      case MEAN ->
          terms.arithmetic(
              new Shape.Divide(sum(bodies), terms.number(Exact.of(bodies.size())), false));
      case WEIGHTED_MEAN -> {
        List<Term> weighted = new ArrayList<>();
        for (int i = 0; i < bodies.size(); i++) {
          weighted.add(terms.arithmetic(new Shape.Multiply(bodies.get(i), weights.get(i))));
        }
        yield terms.arithmetic(new Shape.Divide(sum(weighted), sum(weights), own));
      }
    };
  }

  private interface Scenario {
    void with(Map<Integer, Term> slots);
  }

  private void each(List<Expr.Binder> binders, Map<Integer, Term> slots, Scenario scenario) {
    if (binders.isEmpty()) {
      scenario.with(slots);
      return;
    }
    Expr.Binder binder = binders.getFirst();
    for (int row = 0; row < scenarios(binder); row++) {
      Map<Integer, Term> inside = new HashMap<>(slots);
      inside.put(binder.slot(), row(row));
      each(binders.subList(1, binders.size()), inside, scenario);
    }
  }

  private Term row(int row) {
    Value number = new RowNumber(row);
    return terms.constant(number, Kind.INDEX);
  }

  private Term sum(List<Term> bodies) {
    return bodies.stream().reduce((a, b) -> terms.arithmetic(new Shape.Add(a, b))).orElseThrow();
  }

  private Term best(List<Term> bodies, boolean greatest) {
    return bodies.stream().reduce((a, b) -> better(a, b, greatest)).orElseThrow();
  }

  private Term better(Term left, Term right, boolean greatest) {
    if (left.kind() == Kind.NUMBER) {
      return terms.make(new Shape.Choose(greatest, left, right), Kind.NUMBER);
    }
    Comparison before = greatest ? Comparison.AT_LEAST : Comparison.AT_MOST;
    return terms.make(
        new Shape.If(terms.flag(new Shape.Compare(before, left, right)), left, right), Kind.INDEX);
  }

  /** The first of the rows with the least or greatest measure. */
  Term pick(Expr.Pick e, Map<Integer, Term> slots) {
    List<Term> measures = new ArrayList<>();
    each(
        List.of(e.binder()),
        slots,
        inside -> measures.add(formulas.term(e.measure(), inside, false)));
    Term best = measures.getFirst();
    Term found = row(0);
    Comparison better = e.greatest() ? Comparison.ABOVE : Comparison.BELOW;
    for (int row = 1; row < measures.size(); row++) {
      Term measure = measures.get(row);
      Term here = terms.flag(new Shape.Compare(better, measure, best));
      found = terms.make(new Shape.If(here, row(row), found), Kind.INDEX);
      best = better(best, measure, e.greatest());
    }
    // A row is found only if its measure is known.
    return measures.size() == 1 ? terms.guarded(terms.known(best), found, false) : found;
  }
}
