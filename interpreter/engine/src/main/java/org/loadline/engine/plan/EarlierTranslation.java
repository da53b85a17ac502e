package org.loadline.engine.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.loadline.core.Expr;
import org.loadline.core.Expr.Compare.Comparison;
import org.loadline.core.Fact;
import org.loadline.core.Program;
import org.loadline.core.Rows;
import org.loadline.core.Slots;
import org.loadline.model.EntityRef;
import org.loadline.model.Type;
import org.loadline.values.Exact;
import org.loadline.values.Flag;
import org.loadline.values.None;

/**
 * Turns what is asked of earlier rows into values that are carried over all rows of the order, and
 * stood at something before each: so one pass over an order answers for all of its rows, and a fact
 * may read itself of earlier ones.
 */
final class EarlierTranslation {
  /** Stands for the row that the order of a block is said for, to tell orders apart. */
  private static final int BLOCK_ROW = -6;

  private final Program program;
  private final Terms terms;
  private final LoopTranslation loops;
  private final LoopTranslation.Formulas formulas;
  private final Facts facts;
  private final EarlierCircle circle;
  private final Worlds worlds;
  private final Map<Term, Scanned> byElement = new HashMap<>();
  private final Map<Term, List<Scanned>> byOrder = new HashMap<>();

  /** The orders of blocks, each as it is for a row that stands for any. */
  private final Map<Term, Term> canonicals = new HashMap<>();

  /** Gives the formula of a fact on a row. */
  interface Facts {
    Term fact(Fact fact, Optional<Term> row, List<Term> arguments);
  }

  EarlierTranslation(
      Program program,
      Terms terms,
      LoopTranslation loops,
      LoopTranslation.Formulas formulas,
      Facts facts,
      Worlds worlds) {
    this.program = program;
    this.terms = terms;
    this.loops = loops;
    this.formulas = formulas;
    this.facts = facts;
    this.worlds = worlds;
    this.circle = new EarlierCircle(program);
  }

  /** What a value is about: a formula of the text in a world, and which of its values. */
  private record About(Object formula, String part, World world) {}

  /** An order that values are carried over, by the element at hand. */
  private static final class Scanned {
    private final Term order;
    private final Term element;
    private final Map<About, Shape.Carried> carried = new HashMap<>();
    private final Map<Term, Shape.Carried> byVariable = new HashMap<>();
    private final Map<About, Term> variables = new HashMap<>();

    private Scanned(Term order, Term element) {
      this.order = order;
      this.element = element;
    }
  }

  /** Where a formula stands: at a row whose earlier ones are asked for. */
  private record At(Scanned scanned, Term row, boolean inside) {}

  /** What a turn makes of a value. */
  private interface Next {
    Term of(Term value);
  }

  private About about(Object formula, String part) {
    return new About(formula, part, worlds.world());
  }

  /**
   * A fact that reads itself of earlier rows, on a row of a scan: substituted where the scan
   * stands, read from what it has left for those before. Empty on any other row.
   */
  Optional<Term> inOrder(Fact fact, Term row, List<Term> arguments) {
    if (!circle.has(fact.ref())) {
      return Optional.empty();
    }
    if (byElement.containsKey(row)) {
      return Optional.of(facts.fact(fact, Optional.of(row), arguments));
    }
    return order(row).map(o -> lastOf(fact, arguments, at(o, row, arguments), true));
  }

  // ---- Aggregates over earlier rows

  /** The aggregate; empty if it asks more of the earlier rows than can be carried. */
  Optional<Term> aggregate(Expr.Aggregate e, Map<Integer, Term> slots, boolean own) {
    if (e.binders().size() != 1
        || !(e.binders().getFirst().rows() instanceof Rows.Before before)
        || !isOfRowAtHand(before)
        || !isOfElement(e)) {
      return Optional.empty();
    }
    At at = at(before, slots);
    Map<Integer, Term> inner = new HashMap<>();
    inner.put(e.binders().getFirst().slot(), at.scanned().element);
    return Optional.of(total(e, at, inner, own));
  }

  private Term total(Expr.Aggregate e, At at, Map<Integer, Term> inner, boolean own) {
    return switch (e.kind()) {
      case SUM -> sum(e, e.body(), "sum", at, inner);
      case COUNT -> count(e, at, inner);
      case MEAN ->
          terms.arithmetic(
              new Shape.Divide(sum(e, e.body(), "sum", at, inner), count(e, at, inner), own));
      case WEIGHTED_MEAN -> {
        Expr weight = e.weight().orElseThrow();
        yield terms.arithmetic(
            new Shape.Divide(
                weighted(e, weight, at, inner), sum(e, weight, "weight", at, inner), own));
      }
      case MIN -> best(e, false, at, inner, own);
      case MAX -> best(e, true, at, inner, own);
      case ANY -> quantified(e, true, at, inner);
      case ALL -> quantified(e, false, at, inner);
    };
  }

  private Term sum(Expr.Aggregate e, Expr body, String part, At at, Map<Integer, Term> inner) {
    return value(
        about(e, part),
        at,
        Type.NUMBER,
        Kind.NUMBER,
        terms.number(Exact.ZERO),
        sum -> {
          Term added = formulas.term(body, inner, false);
          return kept(e, inner, terms.arithmetic(new Shape.Add(sum, added)), sum);
        });
  }

  private Term weighted(Expr.Aggregate e, Expr weight, At at, Map<Integer, Term> inner) {
    return value(
        about(e, "weighted"),
        at,
        Type.NUMBER,
        Kind.NUMBER,
        terms.number(Exact.ZERO),
        sum -> {
          Term body = formulas.term(e.body(), inner, false);
          Term product =
              terms.arithmetic(new Shape.Multiply(body, formulas.term(weight, inner, false)));
          return kept(e, inner, terms.arithmetic(new Shape.Add(sum, product)), sum);
        });
  }

  private Term count(Expr.Aggregate e, At at, Map<Integer, Term> inner) {
    return value(
        about(e, "count"),
        at,
        Type.NUMBER,
        Kind.NUMBER,
        terms.number(Exact.ZERO),
        count ->
            kept(e, inner, terms.arithmetic(new Shape.Add(count, terms.number(Exact.ONE))), count));
  }

  private Term best(
      Expr.Aggregate e, boolean greatest, At at, Map<Integer, Term> inner, boolean own) {
    Kind kind = Kind.of(e.type());
    Term best =
        value(
            about(e, "best"),
            at,
            new Type.OrNone(e.type().present()),
            kind,
            terms.constant(None.INSTANCE, kind),
            so -> {
              Term body = formulas.term(e.body(), inner, false);
              Term better = better(greatest, so, body);
              Term taken = terms.make(new Shape.If(terms.isNone(so), body, better), kind);
              return kept(e, inner, taken, so);
            });
    return terms.make(new Shape.If(terms.isNone(best), terms.fail(own), best), kind);
  }

  private Term better(boolean greatest, Term left, Term right) {
    if (left.kind() == Kind.NUMBER) {
      return terms.make(new Shape.Choose(greatest, left, right), Kind.NUMBER);
    }
    Comparison before = greatest ? Comparison.AT_LEAST : Comparison.AT_MOST;
    return terms.make(
        new Shape.If(terms.flag(new Shape.Compare(before, left, right)), left, right), Kind.INDEX);
  }

  /** Every row is looked at, so that a fault in any is met. */
  private Term quantified(Expr.Aggregate e, boolean any, At at, Map<Integer, Term> inner) {
    return value(
        about(e, "holds"),
        at,
        Type.FLAG,
        Kind.FLAG,
        terms.constant(Flag.of(!any), Kind.FLAG),
        so -> {
          Term body = formulas.term(e.body(), inner, false);
          Term both =
              any
                  ? terms.not(terms.flag(new Shape.Both(terms.not(so), terms.not(body))))
                  : terms.flag(new Shape.Both(so, body));
          return kept(e, inner, both, so);
        });
  }

  private Term kept(Expr.Aggregate e, Map<Integer, Term> inner, Term taken, Term left) {
    return e.filter()
        .map(f -> formulas.term(f, inner, false))
        .map(f -> terms.make(new Shape.If(f, taken, left), taken.kind()))
        .orElse(taken);
  }

  // ---- Facts of the first and the last of the earlier rows

  /** The fact; empty if its row is not simply the first or the last of them. */
  Optional<Term> factOf(Expr.FactOf e, Map<Integer, Term> slots, boolean own) {
    if (!(e.row().orElseThrow() instanceof Expr.End end)
        || !(end.rows() instanceof Rows.Before before)
        || !isOfRowAtHand(before)
        || !e.arguments().isEmpty()) {
      return Optional.empty();
    }
    At at = at(before, slots);
    Fact fact = program.fact(e.fact());
    Term count =
        value(
            about("earlier", "count"),
            at,
            Type.NUMBER,
            Kind.NUMBER,
            terms.number(Exact.ZERO),
            so -> terms.arithmetic(new Shape.Add(so, terms.number(Exact.ONE))));
    Term none = terms.flag(new Shape.Compare(Comparison.EQUAL, count, terms.number(Exact.ZERO)));
    Term stood = end.last() ? lastOf(fact, List.of(), at, false) : firstOf(fact, at);
    return Optional.of(terms.make(new Shape.If(none, terms.fail(own), stood), stood.kind()));
  }

  private Term firstOf(Fact fact, At at) {
    Kind kind = Kind.of(fact.type());
    return stood(
        fact,
        List.of(),
        "first",
        at,
        so -> {
          Term first = inside(about("earlier", "count"), at.scanned());
          Term isFirst =
              terms.flag(new Shape.Compare(Comparison.EQUAL, first, terms.number(Exact.ZERO)));
          Term here = facts.fact(fact, Optional.of(at.scanned().element), List.of());
          return terms.make(new Shape.If(isFirst, here, so), kind);
        },
        false);
  }

  /** The fact of the row before; after a row's turn, of that row. */
  private Term lastOf(Fact fact, List<Term> arguments, At at, boolean after) {
    return stood(
        fact,
        arguments,
        "last",
        at,
        so -> facts.fact(fact, Optional.of(at.scanned().element), arguments),
        after);
  }

  private Term stood(
      Fact fact, List<Term> arguments, String part, At at, Next next, boolean after) {
    Kind kind = Kind.of(fact.type());
    Type type = kind == Kind.INDEX ? new Type.OrNone(fact.type().present()) : fact.type();
    return value(
        about(List.of(fact.ref(), arguments), part), at, type, kind, start(kind), next, after);
  }

  /** Something of a kind that nobody reads. */
  private Term start(Kind kind) {
    return switch (kind) {
      case NUMBER -> terms.number(Exact.ZERO);
      case FLAG -> terms.constant(Flag.FALSE, Kind.FLAG);
      case INDEX, ORDER, NOTHING -> terms.constant(None.INSTANCE, kind);
    };
  }

  // ---- Orders

  /** Whether nothing but the earlier row decides what it gives. */
  private static boolean isOfElement(Expr.Aggregate e) {
    Set<Integer> read = new HashSet<>(Slots.free(e.body()));
    e.filter().ifPresent(f -> read.addAll(Slots.free(f)));
    e.weight().ifPresent(w -> read.addAll(Slots.free(w)));
    read.remove(e.binders().getFirst().slot());
    return read.isEmpty();
  }

  /** The rows before another, in the order of its block. */
  Domain before(Rows.Before before, Map<Integer, Term> slots) {
    Term order = isOfRowAtHand(before) ? order(before, slots) : loops.order(before.order(), slots);
    Term row = formulas.term(before.row(), slots, false);
    return new Domain.Ranked(order, Optional.empty(), Optional.of(row));
  }

  /**
   * Whether the row is that of the formula, which is so wherever the text says {@code earlier}; a
   * fact may also have been put in the place of its name.
   */
  private static boolean isOfRowAtHand(Rows.Before before) {
    return before.row() instanceof Expr.Local;
  }

  private static Term row(Rows.Before before, Map<Integer, Term> slots) {
    return Objects.requireNonNull(slots.get(((Expr.Local) before.row()).slot()));
  }

  private At at(Rows.Before before, Map<Integer, Term> slots) {
    return at(order(before, slots), row(before, slots), slots.values());
  }

  /** The order of a block; for rows of a scan that of the scan, not that of their own parents. */
  private Term order(Rows.Before before, Map<Integer, Term> slots) {
    int slot = ((Expr.Local) before.row()).slot();
    Term row = row(before, slots);
    EntityRef entity = ((Type.RowOf) before.row().type().present()).entity();
    Term block = terms.make(new Shape.Variable(BLOCK_ROW, new Domain.Own(entity)), Kind.INDEX);
    Term canonical = loops.order(before.order(), Map.of(slot, block));
    Optional<Term> near = order(row).filter(o -> canonicals.get(o) == canonical);
    if (near.isPresent()) {
      return near.get();
    }
    Term order = loops.order(before.order(), Map.of(slot, row));
    canonicals.put(order, canonical);
    return order;
  }

  /** The order that a row is met in: it is the element of a scan, or comes before a row. */
  private Optional<Term> order(Term row) {
    Scanned here = byElement.get(row);
    if (here != null) {
      return Optional.of(here.order);
    }
    return switch (row.shape()) {
      case Shape.Variable(int depth, Domain domain) -> order(domain);
      case Shape.Pick pick -> order(pick.variable());
      case Shape.End end -> order(end.rows());
      default -> Optional.empty();
    };
  }

  private Optional<Term> order(Domain domain) {
    if (!(domain instanceof Domain.Ranked ranked)
        || !(ranked.order().shape() instanceof Shape.Order order)) {
      return Optional.empty();
    }
    return ranked.before().isPresent() ? Optional.of(ranked.order()) : order(order.variable());
  }

  /**
   * The scan over an order that a row is met in while it is under way; else the one that stands
   * inside all that it may depend on.
   */
  private At at(Term order, Term row, Collection<Term> others) {
    for (Scanned scanned : byOrder.getOrDefault(order, List.of())) {
      if (row.free().contains(scanned.element)) {
        return new At(scanned, row, true);
      }
    }
    Map<Integer, Term> around = new HashMap<>();
    around.put(around.size(), row);
    others.forEach(o -> around.put(around.size(), o));
    Domain all = new Domain.Ranked(order, Optional.empty(), Optional.empty());
    Term element = loops.variable(all, around);
    Scanned known = byElement.get(element);
    if (known == null) {
      known = new Scanned(order, element);
      byElement.put(element, known);
      byOrder.computeIfAbsent(order, o -> new ArrayList<>()).add(known);
    }
    return new At(known, row, false);
  }

  // ---- Values

  private Term value(About about, At at, Type type, Kind kind, Term start, Next next) {
    return value(about, at, type, kind, start, next, false);
  }

  /** What a value stands at, or stood at before a row, or after it. */
  private Term value(
      About about, At at, Type type, Kind kind, Term start, Next next, boolean after) {
    Scanned scanned = at.scanned();
    Term variable = scanned.variables.get(about);
    if (variable == null) {
      int depth = ((Shape.Variable) scanned.element.shape()).depth();
      Domain stands = new Domain.Carried(scanned.variables.size(), type);
      variable = terms.make(new Shape.Variable(depth, stands), kind);
      scanned.variables.put(about, variable);
      Shape.Carried carried = new Shape.Carried(variable, start, next.of(variable));
      scanned.carried.put(about, carried);
      scanned.byVariable.put(variable, carried);
    }
    if (at.row() == scanned.element && !after) {
      return variable;
    }
    if (at.inside()) {
      return terms.make(new Shape.Hitherto(scanned.element, variable, at.row(), after), kind);
    }
    Term scan =
        terms.make(
            new Shape.Scan(scanned.order, scanned.element, needed(scanned, variable)), Kind.ORDER);
    return terms.make(new Shape.Earlier(scan, variable, at.row(), after), kind);
  }

  private static Term inside(About about, Scanned scanned) {
    return Objects.requireNonNull(scanned.variables.get(about));
  }

  /** A value and all that are read on the way to it. */
  private static List<Shape.Carried> needed(Scanned scanned, Term variable) {
    Set<Term> found = new HashSet<>(List.of(variable));
    List<Term> ahead = new ArrayList<>(List.of(variable));
    while (!ahead.isEmpty()) {
      Shape.Carried carried = Objects.requireNonNull(scanned.byVariable.get(ahead.removeLast()));
      for (Term read : carried.next().free()) {
        if (scanned.byVariable.containsKey(read) && found.add(read)) {
          ahead.add(read);
        }
      }
    }
    return found.stream()
        .sorted(Comparator.comparingInt(Term::turn))
        .map(v -> Objects.requireNonNull(scanned.byVariable.get(v)))
        .toList();
  }
}
