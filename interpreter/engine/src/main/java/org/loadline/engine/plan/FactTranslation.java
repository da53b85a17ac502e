package org.loadline.engine.plan;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.loadline.core.Expr;
import org.loadline.core.Fact;
import org.loadline.core.FactRef;
import org.loadline.core.Program;
import org.loadline.model.EntityRef;
import org.loadline.values.Member;
import org.loadline.values.RowNumber;

/**
 * Turns facts into terms, each once for the row, the arguments and the world that it is read in:
 * read from a column, or its formula with these in the place of its parameters.
 */
final class FactTranslation {
  private final Program program;
  private final Terms terms;
  private final Soundness soundness;
  private final Translation.Reading reading;
  private final Worlds worlds;
  private final WorldTranslation supposed;
  private final AskedFacts asked;
  private final Supplier<EarlierTranslation> earlier;
  private final LoopTranslation.Formulas formulas;
  private final Map<Instance, Term> instances = new LinkedHashMap<>();

  private record Instance(FactRef fact, Optional<Term> row, List<Term> arguments, World world) {}

  FactTranslation(
      Program program,
      Terms terms,
      Soundness soundness,
      Translation.Reading reading,
      Worlds worlds,
      WorldTranslation supposed,
      AskedFacts asked,
      Supplier<EarlierTranslation> earlier,
      LoopTranslation.Formulas formulas) {
    this.program = program;
    this.terms = terms;
    this.soundness = soundness;
    this.reading = reading;
    this.worlds = worlds;
    this.supposed = supposed;
    this.asked = asked;
    this.earlier = earlier;
    this.formulas = formulas;
  }

  /** The formula of a fact on a row, with its arguments. */
  Term fact(Fact fact, Optional<Term> row, List<Term> arguments) {
    Instance instance = new Instance(fact.ref(), row, arguments, worlds.world());
    Term known = instances.get(instance);
    if (known != null) {
      return known;
    }
    if (worlds.isActual() && asked.isAsked(fact)) {
      Shape ask = new Shape.AskedFact(fact.ref(), row, fact.type(), asked.why(fact));
      Term found = terms.make(ask, Kind.of(fact.type()) == Kind.NUMBER ? Kind.NUMBER : Kind.INDEX);
      found.standsFor(fact);
      instances.put(instance, found);
      return found;
    }
    Map<Integer, Term> slots = new HashMap<>();
    row.ifPresent(r -> slots.put(0, r));
    for (int i = 0; i < arguments.size(); i++) {
      slots.put(fact.parameters().get(i).slot(), arguments.get(i));
    }
    Term body = formulas.term(fact.body(), slots, false);
    Term met =
        fact.needs()
            .map(n -> terms.guarded(formulas.term(n, slots, false), body, false))
            .orElse(body);
    Term term = sound(fact, row, met);
    term.standsFor(fact);
    instances.put(instance, term);
    return term;
  }

  /** A fact as it is in the nearest world that it tells apart. */
  Term relevant(Fact fact, Optional<Term> row, List<Term> arguments) {
    return worlds.in(worlds.relevant(fact), () -> fact(fact, row, arguments));
  }

  /** The facts that have been translated, each for every row and arguments it was read with. */
  List<Pass.Substituted> substituted() {
    return instances.entrySet().stream().map(i -> substituted(i.getKey(), i.getValue())).toList();
  }

  private Pass.Substituted substituted(Instance of, Term term) {
    boolean supposed =
        !of.world().isActual() || of.arguments().stream().anyMatch(FactTranslation::isScenario);
    return new Pass.Substituted(program.fact(of.fact()), term, supposed);
  }

  /** A row of a written table: what an aggregate over it was written out for. */
  private static boolean isScenario(Term argument) {
    return argument.shape() instanceof Shape.Constant(RowNumber row);
  }

  /** Nothing of a row that breaks an assumption may be used. */
  private Term sound(Fact fact, Optional<Term> row, Term body) {
    if (!worlds.isActual()) {
      boolean whole = fact.origin() == Fact.Origin.FACT;
      return row.map(r -> supposed.usable(fact.owner().orElseThrow(), r, body))
          .orElseGet(() -> whole ? supposed.usable(body) : body);
    }
    if (row.isEmpty()) {
      boolean whole = fact.origin() == Fact.Origin.FACT && soundness.wholeIsBroken();
      return whole ? terms.guarded(terms.no(), body, false) : body;
    }
    EntityRef entity = fact.owner().orElseThrow();
    if (!soundness.broken().contains(entity)) {
      return body;
    }
    Term sound =
        terms.make(new Shape.Read(new ColumnKey.OfSoundness(entity), row, false), Kind.INDEX);
    return terms.guarded(
        terms.flag(new Shape.Same(sound, terms.constant(new Member(0), Kind.INDEX))), body, false);
  }

  /** A fact as a formula reads it. */
  Term read(Expr.FactOf e, Map<Integer, Term> slots, boolean own) {
    if (e.row().filter(FactTranslation::isEarlier).isPresent()) {
      Optional<Term> carried = earlier.get().factOf(e, slots, own);
      if (carried.isPresent()) {
        return carried.get();
      }
    }
    Optional<Term> row = e.row().map(r -> formulas.term(r, slots, own));
    Fact fact = program.fact(e.fact());
    List<Term> arguments = e.arguments().stream().map(a -> formulas.term(a, slots, false)).toList();
    Optional<Term> inOrder = row.flatMap(r -> earlier.get().inOrder(fact, r, arguments));
    if (inOrder.isPresent()) {
      return inOrder.get();
    }
    if (row.filter(AddedRows::isAdded).isPresent()
        || arguments.stream().anyMatch(AddedRows::isAdded)) {
      return fact(fact, row, arguments);
    }
    World at = worlds.relevant(fact);
    Optional<Term> column = column(fact, row, arguments, at, own);
    if (column.isPresent()) {
      return column.get();
    }
    Term body = worlds.in(at, () -> fact(fact, row, arguments));
    if (!worlds.isActual()) {
      return row.map(r -> terms.there(r, body, own)).orElse(body);
    }
    if (e.row().filter(r -> r.type().isOptional()).isEmpty()) {
      return body;
    }
    return terms.guarded(terms.not(terms.isNone(row.orElseThrow())), body, own);
  }

  /** A fact that is read from a column. */
  private Optional<Term> column(
      Fact fact, Optional<Term> row, List<Term> arguments, World at, boolean own) {
    Clone clone = new Clone(new ColumnKey.OfFact(fact.ref()), arguments, at);
    Optional<FactRef> column =
        clone.isActual()
            ? Optional.of(fact.ref()).filter(f -> reading.fromColumn(fact, row))
            : row.flatMap(r -> reading.column(clone, r));
    return column.map(
        ref ->
            terms.make(new Shape.Read(new ColumnKey.OfFact(ref), row, own), Kind.of(fact.type())));
  }

  /** An earlier row of an order: its facts may lean on one another. */
  private static boolean isEarlier(Expr row) {
    return switch (row) {
      case Expr.End end -> LoopTranslation.isEarlier(end.rows());
      case Expr.Pick pick -> LoopTranslation.isEarlier(pick.binder().rows());
      default -> false;
    };
  }
}
