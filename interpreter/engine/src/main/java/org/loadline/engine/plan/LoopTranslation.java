package org.loadline.engine.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.loadline.core.Expr;
import org.loadline.core.Rows;
import org.loadline.model.ChoiceRef;
import org.loadline.values.Flag;

/** Turns aggregates and picks into loops; means are quotients of two. */
final class LoopTranslation {
  /** Turns a formula on a frame into a term. */
  interface Formulas {
    Term term(Expr formula, Map<Integer, Term> slots, boolean own);
  }

  private final Terms terms;
  private final Formulas formulas;
  private final IntSupplier worldDepth;

  /**
   * @param worldDepth how many loops deep the innermost variable stands that the world at hand
   *     depends on
   */
  LoopTranslation(Terms terms, Formulas formulas, IntSupplier worldDepth) {
    this.worldDepth = worldDepth;
    this.terms = terms;
    this.formulas = formulas;
  }

  /** Whether loops run over collections as they stand, in no order of their own. */
  static boolean isPlain(List<Expr.Binder> binders) {
    return binders.stream()
        .map(Expr.Binder::rows)
        .allMatch(
            rows ->
                switch (rows) {
                  case Rows.All all -> true;
                  case Rows.Children children -> true;
                  case Rows.Window window -> true;
                  case Rows.Members members -> true;
                  case Rows.Numbers numbers -> false;
                  case Rows.Ordered ordered -> false;
                  case Rows.Before before -> false;
                });
  }

  /** Whether rows come before another in an order. */
  static boolean isEarlier(Rows rows) {
    return rows instanceof Rows.Before
        || (rows instanceof Rows.Ordered of && isEarlier(of.element().rows()));
  }

  Term aggregate(Expr.Aggregate e, Map<Integer, Term> slots, boolean own) {
    Map<Integer, Term> inner = new HashMap<>(slots);
    List<Term> variables = new ArrayList<>();
    for (Expr.Binder binder : e.binders()) {
      Term variable = variable(binder, inner);
      inner.put(binder.slot(), variable);
      variables.add(variable);
    }
    Optional<Term> filter = e.filter().map(f -> formulas.term(f, inner, false));
    Term body = formulas.term(e.body(), inner, false);
    return switch (e.kind()) {
      case SUM -> loop(Shape.Total.SUM, variables, filter, body, own);
      case MIN -> loop(Shape.Total.MIN, variables, filter, body, own);
      case MAX -> loop(Shape.Total.MAX, variables, filter, body, own);
      case COUNT -> loop(Shape.Total.COUNT, variables, filter, body, own);
      case ANY -> loop(Shape.Total.ANY, variables, filter, body, own);
      case ALL -> loop(Shape.Total.ALL, variables, filter, body, own);
      case MEAN ->
          terms.arithmetic(
              new Shape.Divide(
                  loop(Shape.Total.SUM, variables, filter, body, false),
                  loop(Shape.Total.COUNT, variables, filter, body, false),
                  own));
      case WEIGHTED_MEAN -> {
        Term weight = formulas.term(e.weight().orElseThrow(), inner, false);
        Term weighted = terms.arithmetic(new Shape.Multiply(body, weight));
        yield terms.arithmetic(
            new Shape.Divide(
                loop(Shape.Total.SUM, variables, filter, weighted, false),
                loop(Shape.Total.SUM, variables, filter, weight, false),
                own));
      }
    };
  }

  private Term loop(
      Shape.Total total, List<Term> variables, Optional<Term> filter, Term body, boolean own) {
    boolean flag = total == Shape.Total.ANY || total == Shape.Total.ALL;
    Term counted = total == Shape.Total.COUNT ? terms.constant(Flag.TRUE, Kind.FLAG) : body;
    boolean fails = total == Shape.Total.MIN || total == Shape.Total.MAX;
    return terms.make(
        new Shape.Loop(total, variables, filter, counted, own && fails),
        flag ? Kind.FLAG : fails ? body.kind() : Kind.NUMBER);
  }

  Term pick(Expr.Pick e, Map<Integer, Term> slots, boolean own) {
    Map<Integer, Term> inner = new HashMap<>(slots);
    Term variable = variable(e.binder(), slots);
    inner.put(e.binder().slot(), variable);
    return terms.make(
        new Shape.Pick(
            variable,
            e.filter().map(f -> formulas.term(f, inner, false)),
            e.greatest(),
            formulas.term(e.measure(), inner, false),
            own),
        Kind.INDEX);
  }

  Term search(Expr.Search e, Map<Integer, Term> slots, boolean own) {
    Map<Integer, Term> inner = new HashMap<>(slots);
    Term variable =
        terms.make(new Shape.Variable(depth(slots) + 1, new Domain.Points()), Kind.NUMBER);
    inner.put(e.slot(), variable);
    return terms.make(
        new Shape.Search(
            e.last(),
            variable,
            formulas.term(e.from(), slots, false),
            formulas.term(e.to(), slots, false),
            formulas.term(e.step(), slots, false),
            formulas.term(e.condition(), inner, false),
            own,
            e.span()),
        Kind.NUMBER);
  }

  /** How many loops deep the innermost variable stands that a formula may read. */
  private int depth(Map<Integer, Term> slots) {
    int depth =
        slots.values().stream()
            .flatMap(t -> t.free().stream())
            .mapToInt(Term::depth)
            .max()
            .orElse(0);
    return Math.max(Math.max(depth, worldDepth.getAsInt()), 0);
  }

  /**
   * A variable is named by what it ranges over and how deep it stands, so that two aggregates over
   * the same rows share it and all that is worked out with it.
   */
  private Term variable(Expr.Binder binder, Map<Integer, Term> slots) {
    return terms.make(
        new Shape.Variable(depth(slots) + 1, domain(binder.rows(), slots)), Kind.INDEX);
  }

  private static IllegalArgumentException notPlain() {
    return new IllegalArgumentException("no loop runs over an order");
  }

  private Domain domain(Rows rows, Map<Integer, Term> slots) {
    return switch (rows) {
      case Rows.All(var entity) -> new Domain.All(entity);
      case Rows.Children(Expr parent, var child, int field) ->
          new Domain.Children(formulas.term(parent, slots, false), child, field);
      case Rows.Members(ChoiceRef choice) -> new Domain.Members(choice);
      case Rows.Window w ->
          new Domain.Window(
              domain(w.points(), slots),
              w.from().map(e -> formulas.term(e, slots, false)),
              w.until().map(e -> formulas.term(e, slots, false)),
              w.before(),
              w.last().map(e -> formulas.term(e, slots, false)),
              w.withoutFirst());
      case Rows.Numbers numbers -> throw notPlain();
      case Rows.Ordered ordered -> throw notPlain();
      case Rows.Before before -> throw notPlain();
    };
  }
}
