package org.loadline.engine.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;
import org.loadline.core.Expr;
import org.loadline.core.Expr.Compare.Comparison;
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
  private final Befores befores;

  /** Gives the rows that come before another in an order. */
  interface Befores {
    Domain before(Rows.Before before, Map<Integer, Term> slots);
  }

  /**
   * @param worldDepth how many loops deep the innermost variable stands that the world at hand
   *     depends on
   * @param reading how a sum is read: as the loop that it is, or from a column
   */
  LoopTranslation(
      Terms terms,
      Formulas formulas,
      IntSupplier worldDepth,
      Befores befores,
      UnaryOperator<Term> reading) {
    this.befores = befores;
    this.reading = reading;
    this.worldDepth = worldDepth;
    this.terms = terms;
    this.formulas = formulas;
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

  /** {@code place}; a number is first found among the numbers there are. */
  Term place(Expr.Place e, Map<Integer, Term> slots, boolean own) {
    Term element = formulas.term(e.element(), slots, false);
    Domain domain = domain(e.rows(), slots);
    Domain.Ranked rows =
        domain instanceof Domain.Ranked ranked
            ? ranked
            : new Domain.Ranked(unordered(domain, slots), Optional.empty(), Optional.empty());
    if (element.kind() != Kind.NUMBER) {
      return terms.make(new Shape.Place(rows, element, own), Kind.NUMBER);
    }
    Domain numbers = domain.source();
    Term variable = variable(numbers, slots);
    Term same =
        terms.flag(new Shape.Compare(Comparison.EQUAL, standingFor(numbers, variable), element));
    Term at =
        terms.make(
            new Shape.Pick(variable, Optional.of(same), false, terms.number(Exact.ZERO), own),
            Kind.INDEX);
    // The number is worked out first, whether there are others or not.
    return terms.guarded(
        terms.known(element), terms.make(new Shape.Place(rows, at, own), Kind.NUMBER), false);
  }

  private Term unordered(Domain domain, Map<Integer, Term> slots) {
    return terms.make(
        new Shape.Order(variable(domain, slots), Optional.empty(), List.of()), Kind.ORDER);
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
      case Rows.Before before -> befores.before(before, slots);
    };
  }
}
