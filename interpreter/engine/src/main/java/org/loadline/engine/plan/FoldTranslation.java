package org.loadline.engine.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.loadline.core.Expr;

/** Turns values that are carried on into terms: what stands at a turn is a variable. */
final class FoldTranslation {
  private final Terms terms;
  private final LoopTranslation loops;
  private final LoopTranslation.Formulas formulas;

  FoldTranslation(Terms terms, LoopTranslation loops, LoopTranslation.Formulas formulas) {
    this.terms = terms;
    this.loops = loops;
    this.formulas = formulas;
  }

  Term fold(Expr.Fold e, Map<Integer, Term> slots) {
    int depth = loops.depth(slots) + 1;
    Term variable = loops.variable(e.binder(), slots);
    Map<Integer, Term> inner = new HashMap<>(slots);
    inner.put(e.binder().slot(), loops.element(e.binder(), variable));
    Optional<Term> filter = e.filter().map(f -> formulas.term(f, inner, false));
    carry(e.carried(), depth, inner);
    Optional<Term> goOn = e.goOn().map(g -> formulas.term(g, inner, false));
    return terms.make(
        new Shape.Fold(variable, filter, goOn, carried(e.carried(), e.parts(), slots, inner)),
        Kind.of(e.type()));
  }

  Term repeat(Expr.Repeat e, Map<Integer, Term> slots, boolean own) {
    int depth = loops.depth(slots) + 1;
    Term most = formulas.term(e.most(), slots, false);
    Map<Integer, Term> inner = new HashMap<>(slots);
    carry(e.carried(), depth, inner);
    Term goOn = formulas.term(e.goOn(), inner, false);
    return terms.make(
        new Shape.Repeat(most, goOn, carried(e.carried(), e.parts(), slots, inner), own),
        Kind.of(e.type()));
  }

  private void carry(List<Expr.Carried> carried, int depth, Map<Integer, Term> inner) {
    for (int i = 0; i < carried.size(); i++) {
      Expr.Carried value = carried.get(i);
      Domain stands = new Domain.Carried(i, value.type());
      inner.put(value.slot(), terms.make(new Shape.Variable(depth, stands), Kind.of(value.type())));
    }
  }

  /** A part of a turn stands where it is read: it is worked out only then. */
  private List<Shape.Carried> carried(
      List<Expr.Carried> carried,
      List<Expr.Part> parts,
      Map<Integer, Term> slots,
      Map<Integer, Term> inner) {
    Map<Integer, Term> turn = new HashMap<>(inner);
    for (Expr.Part part : parts) {
      turn.put(part.slot(), formulas.term(part.value(), turn, false));
    }
    List<Shape.Carried> all = new ArrayList<>();
    for (Expr.Carried value : carried) {
      Term variable = Objects.requireNonNull(inner.get(value.slot()));
      Term start = formulas.term(value.start(), slots, false);
      all.add(new Shape.Carried(variable, start, formulas.term(value.next(), turn, false)));
    }
    return all;
  }
}
