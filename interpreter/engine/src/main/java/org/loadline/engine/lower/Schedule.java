package org.loadline.engine.lower;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.loadline.engine.code.FlagOp;
import org.loadline.engine.code.NumberOp;
import org.loadline.engine.code.PlaceOp;
import org.loadline.engine.code.Slots;
import org.loadline.engine.code.StatementOp;
import org.loadline.engine.plan.Shape;
import org.loadline.engine.plan.Term;

/**
 * Decides what is worked out once for each element of a variable: what is read twice, what a loop
 * inside reads, and every aggregate.
 *
 * <p>Such terms are worked out ahead of what reads them, even if a decision then reads none; one
 * that fails keeps its failure in its mark until it is read.
 */
final class Schedule {
  private final Lowering lowering;

  Schedule(Lowering lowering) {
    this.lowering = lowering;
  }

  /** How often the terms of a home are read, and whether from a loop inside. */
  private static final class Uses {
    private final Map<Term, Integer> counts = new LinkedHashMap<>();
    private final Set<Term> fromInside = new HashSet<>();
    private final Set<Term> seen = new HashSet<>();
  }

  List<StatementOp> share(Optional<Term> home, List<Term> wanted) {
    Uses uses = new Uses();
    for (Term term : wanted) {
      use(term, home, false, uses);
    }
    List<Term> shared = new ArrayList<>();
    uses.counts.forEach(
        (term, count) -> {
          boolean often = count > 1 || uses.fromInside.contains(term);
          if (isLoop(term) || (often && !isTrivial(term))) {
            shared.add(term);
          }
        });
    Map<Term, Integer> layers = new HashMap<>();
    shared.forEach(term -> layer(term, home, layers));
    shared.sort(
        Comparator.comparingInt((Term t) -> 2 * layer(t, home, layers) - (isLoop(t) ? 1 : 0))
            .thenComparingInt(Term::id));
    return statements(shared, layers, uses);
  }

  /**
   * @param inside whether the reader stands in a loop inside
   */
  private void use(Term term, Optional<Term> home, boolean inside, Uses uses) {
    if (lowering.isKept(term)) {
      return;
    }
    boolean here = term.home().equals(home);
    if (here) {
      uses.counts.merge(term, 1, Integer::sum);
      if (inside) {
        uses.fromInside.add(term);
      }
    }
    if (!uses.seen.add(term)) {
      return;
    }
    for (Term operand : term.operands()) {
      use(operand, home, !here || isLoop(term), uses);
    }
  }

  private static boolean isLoop(Term term) {
    return switch (term.shape()) {
      case Shape.Loop _, Shape.Pick _, Shape.Fold _, Shape.Repeat _ -> true;
      case Shape.Order _, Shape.Scan _ -> true;
      default -> false;
    };
  }

  private static boolean isTrivial(Term term) {
    return term.shape() instanceof Shape.Constant
        || term.shape() instanceof Shape.Variable
        || term.shape() instanceof Shape.Fail
        || term.shape() instanceof Shape.Added;
  }

  /** How many loops must run one after another before a term is known. */
  private int layer(Term term, Optional<Term> home, Map<Term, Integer> layers) {
    Integer known = layers.get(term);
    if (known != null) {
      return known;
    }
    int below = 0;
    if (!lowering.isKept(term)) {
      for (Term operand : term.operands()) {
        below = Math.max(below, layer(operand, home, layers));
      }
    }
    int layer = isLoop(term) && term.home().equals(home) ? below + 1 : below;
    layers.put(term, layer);
    return layer;
  }

  private List<StatementOp> statements(List<Term> shared, Map<Term, Integer> layers, Uses uses) {
    List<StatementOp> statements = new ArrayList<>();
    int at = 0;
    while (at < shared.size()) {
      Term term = shared.get(at);
      if (!isLoop(term)) {
        statements.add(store(term));
        lowering.notes().keep(Objects.requireNonNull(uses.counts.get(term)));
        at++;
        continue;
      }
      Map<Object, List<Term>> together = new LinkedHashMap<>();
      int layer = Objects.requireNonNull(layers.get(term));
      while (at < shared.size()
          && isLoop(shared.get(at))
          && Objects.requireNonNull(layers.get(shared.get(at))) == layer) {
        Term loop = shared.get(at);
        together.computeIfAbsent(LoopLowering.key(loop), r -> new ArrayList<>()).add(loop);
        at++;
      }
      together.values().forEach(loops -> statements.add(lowering.together(loops)));
    }
    return statements;
  }

  private StatementOp store(Term term) {
    return switch (term.kind()) {
      case NUMBER -> {
        NumberOp op = lowering.number(term);
        boolean failing = op.mayFail();
        Slots slots = lowering.frame().slots(op.form(), failing || op.form().isMarked());
        lowering.keep(term, new Kept.Number(op.form(), slots, failing));
        yield new StatementOp.StoreNumber(op, slots, failing);
      }
      case FLAG -> {
        FlagOp op = lowering.flag(term);
        int slot = lowering.frame().slot();
        int mark = op.mayFail() ? lowering.frame().slot() : -1;
        lowering.keep(term, new Kept.Flag(slot, mark));
        yield new StatementOp.StoreFlag(op, slot, mark);
      }
      case INDEX -> {
        PlaceOp op = lowering.index(term);
        int slot = lowering.frame().slot();
        int mark = op.mayFail() ? lowering.frame().slot() : -1;
        lowering.keep(term, new Kept.Index(slot, mark, op.mayBeNone()));
        yield new StatementOp.StorePlace(op, slot, mark);
      }
      case ORDER, NOTHING -> throw new IllegalStateException("nothing to keep");
    };
  }
}
