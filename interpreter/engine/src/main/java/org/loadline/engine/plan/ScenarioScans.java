package org.loadline.engine.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.loadline.core.Expr;
import org.loadline.core.ExprWalk;
import org.loadline.core.Fact;
import org.loadline.core.FactRef;
import org.loadline.core.Program;
import org.loadline.core.Rows;

/**
 * Finds formulas that look through rows for each scenario: an aggregate whose formula reads it, as
 * it stands or as an argument of a fact.
 */
final class ScenarioScans {
  private final Program program;
  private final Predicate<Rows> scenarios;
  private final Map<Call, Boolean> known = new HashMap<>();

  private record Call(FactRef fact, Set<Integer> slots) {}

  /**
   * @param scenarios whether a collection is a written table
   */
  ScenarioScans(Program program, Predicate<Rows> scenarios) {
    this.program = program;
    this.scenarios = scenarios;
  }

  /** Whether a formula looks through rows with what stands in one of the slots. */
  boolean reads(Expr formula, Set<Integer> slots) {
    return switch (formula) {
      case Expr.Aggregate e when isOverRows(e) && mentions(e, slots) -> true;
      case Expr.FactOf e when !e.arguments().isEmpty() && inFact(e, slots) -> true;
      default -> ExprWalk.parts(formula).stream().anyMatch(part -> reads(part, slots));
    };
  }

  private boolean isOverRows(Expr.Aggregate e) {
    List<Rows> rows = e.binders().stream().map(Expr.Binder::rows).toList();
    return !rows.stream().allMatch(scenarios);
  }

  private static boolean mentions(Expr formula, Set<Integer> slots) {
    return formula instanceof Expr.Local local
        ? slots.contains(local.slot())
        : ExprWalk.parts(formula).stream().anyMatch(part -> mentions(part, slots));
  }

  private boolean inFact(Expr.FactOf e, Set<Integer> slots) {
    Fact fact = program.fact(e.fact());
    Set<Integer> inside = new HashSet<>();
    for (int i = 0; i < e.arguments().size(); i++) {
      if (mentions(e.arguments().get(i), slots)) {
        inside.add(fact.parameters().get(i).slot());
      }
    }
    if (inside.isEmpty()) {
      return false;
    }
    Call call = new Call(fact.ref(), inside);
    Boolean reads = known.get(call);
    if (reads == null) {
      // A fact of earlier rows may read itself.
      known.put(call, false);
      reads = reads(fact.body(), inside);
      known.put(call, reads);
    }
    return reads;
  }
}
