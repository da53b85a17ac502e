package org.loadline.engine.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;
import org.loadline.core.Expr;
import org.loadline.core.Rows;
import org.loadline.model.ChoiceRef;
import org.loadline.model.Type;
import org.loadline.values.Exact;
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
  private final UnaryOperator<Term> reading;

  /**
   * @param worldDepth how many loops deep the innermost variable stands that the world at hand
   *     depends on
   * @param reading how a sum is read: as the loop that it is, or from a column
   */
  LoopTranslation(
      Terms terms, Formulas formulas, IntSupplier worldDepth, UnaryOperator<Term> reading) {
    this.reading = reading;
    this.worldDepth = worldDepth;
    this.terms = terms;
    this.formulas = formulas;
  }

  /** Whether loops can run over collections, whatever their order. */
  static boolean isPlain(List<Expr.Binder> binders) {
    return binders.stream().map(Expr.Binder::rows).allMatch(LoopTranslation::isPlain);
  }

  static boolean isPlain(Rows rows) {
    return switch (rows) {
      case Rows.All _, Rows.Children _, Rows.Window _, Rows.Members _, Rows.Numbers _ -> true;
      // Of numbers and members in an order, what is equal in another stays in the former.
      case Rows.Ordered ordered ->
          isPlain(ordered.element().rows())
              && !(ordered.element().rows() instanceof Rows.Ordered inner && !isOfRows(inner));
      case Rows.Before before -> false;
    };
  }

  private static boolean isOfRows(Rows rows) {
    return switch (rows) {
      case Rows.All _, Rows.Children _, Rows.Window _ -> true;
      case Rows.Members _, Rows.Numbers _ -> false;
      case Rows.Ordered ordered -> isOfRows(ordered.element().rows());
      case Rows.Before before -> isOfRows(before.order());
    };
  }

  /** Whether loops can run over collections, some of earlier rows. */
  static boolean isLoopable(List<Expr.Binder> binders) {
    return binders.stream().map(Expr.Binder::rows).allMatch(LoopTranslation::isLoopable);
  }

  static boolean isLoopable(Rows rows) {
    return switch (rows) {
      case Rows.Before before -> isLoopable(before.order());
      case Rows.Ordered ordered when isOfRows(ordered) -> isLoopable(ordered.element().rows());
      case Rows other -> isPlain(other);
    };
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
      inner.put(binder.slot(), element(binder, variable));
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
    return reading.apply(
        terms.make(
            new Shape.Loop(total, variables, filter, counted, own && fails),
            flag ? Kind.FLAG : fails ? body.kind() : Kind.NUMBER));
  }

  Term pick(Expr.Pick e, Map<Integer, Term> slots, boolean own) {
    Map<Integer, Term> inner = new HashMap<>(slots);
    Term variable = variable(e.binder(), slots);
    inner.put(e.binder().slot(), element(e.binder(), variable));
    Term picked =
        terms.make(
            new Shape.Pick(
                variable,
                e.filter().map(f -> formulas.term(f, inner, false)),
                e.greatest(),
                formulas.term(e.measure(), inner, false),
                own),
            Kind.INDEX);
    return standingFor(variable, picked);
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
  int depth(Map<Integer, Term> slots) {
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
  Term variable(Expr.Binder binder, Map<Integer, Term> slots) {
    return variable(domain(binder.rows(), slots), slots);
  }

  Term variable(Domain domain, Map<Integer, Term> slots) {
    return terms.make(new Shape.Variable(depth(slots) + 1, domain), Kind.INDEX);
  }

  /** What stands in the slot of a variable whose element is at hand. */
  Term element(Expr.Binder binder, Term variable) {
    return standingFor(variable, variable);
  }

  /** The element of a variable's domain at a place of it. */
  private Term standingFor(Term variable, Term place) {
    return standingFor(((Shape.Variable) variable.shape()).domain(), place);
  }

  private Term standingFor(Domain domain, Term place) {
    return domain.source() instanceof Domain.Numbers(Term from, var to)
        ? terms.arithmetic(new Shape.Add(from, ordinal(place, Rows.Numbers.MOST - 1)))
        : place;
  }

  private Term ordinal(Term place, int most) {
    return terms.make(new Shape.Ordinal(place, most), Kind.NUMBER);
  }

  /** {@code first} and {@code last}. */
  Term end(Expr.End e, Map<Integer, Term> slots, boolean own) {
    Domain domain = domain(e.rows(), slots);
    if (domain instanceof Domain.Ranked ranked) {
      Term end = terms.make(new Shape.End(ranked, e.last(), own), Kind.INDEX);
      return standingFor(ranked, end);
    }
    // As it stands, the last of a collection has the greatest place.
    Term variable = variable(domain, slots);
    Term place = e.last() ? ordinal(variable, Integer.MAX_VALUE) : terms.number(Exact.ZERO);
    Shape pick = new Shape.Pick(variable, Optional.empty(), e.last(), place, own);
    return standingFor(domain, terms.make(pick, Kind.INDEX));
  }

  /** {@code place} of a row or a member. */
  Term place(Expr.Place e, Map<Integer, Term> slots, boolean own) {
    Term element = formulas.term(e.element(), slots, false);
    Domain.Ranked rows =
        switch (domain(e.rows(), slots)) {
          case Domain.Ranked ranked -> ranked;
          case Domain as -> {
            Term order =
                terms.make(
                    new Shape.Order(variable(as, slots), Optional.empty(), List.of()), Kind.ORDER);
            yield new Domain.Ranked(order, Optional.empty(), Optional.empty());
          }
        };
    return terms.make(new Shape.Place(rows, element, own), Kind.NUMBER);
  }

  Term order(Rows.Ordered e, Map<Integer, Term> slots) {
    Term variable = variable(e.element(), slots);
    Map<Integer, Term> inner = new HashMap<>(slots);
    inner.put(e.element().slot(), element(e.element(), variable));
    Optional<Term> filter = e.filter().map(f -> formulas.term(f, inner, false));
    List<Shape.Key> keys = new ArrayList<>();
    for (Rows.Key key : e.keys()) {
      boolean text = key.value().type().present() instanceof Type.Text;
      keys.add(new Shape.Key(formulas.term(key.value(), inner, false), key.descending(), text));
    }
    return terms.make(new Shape.Order(variable, filter, keys), Kind.ORDER);
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
      case Rows.Numbers(Expr from, Expr to) ->
          new Domain.Numbers(formulas.term(from, slots, false), formulas.term(to, slots, false));
      case Rows.Ordered ordered ->
          new Domain.Ranked(
              order(ordered, slots),
              ordered.most().map(m -> formulas.term(m, slots, false)),
              Optional.empty());
      case Rows.Before before ->
          new Domain.Ranked(
              order(before.order(), slots),
              Optional.empty(),
              Optional.of(formulas.term(before.row(), slots, false)));
    };
  }
}
