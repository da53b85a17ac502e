package org.loadline.engine.plan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.loadline.core.Expr;
import org.loadline.core.ExprWalk;
import org.loadline.core.Fact;
import org.loadline.core.FactRef;
import org.loadline.core.Program;

/** Which facts read themselves, of earlier rows. */
final class EarlierCircle {
  private final Program program;
  private final Map<FactRef, Boolean> known = new HashMap<>();

  EarlierCircle(Program program) {
    this.program = program;
  }

  /** Whether a fact reads itself, by way of others or not. */
  boolean has(FactRef fact) {
    return known.computeIfAbsent(fact, this::readsItself);
  }

  /** Whether a formula reads such a fact itself. */
  boolean isReadIn(Expr formula) {
    return (formula instanceof Expr.FactOf e && has(e.fact()))
        || ExprWalk.parts(formula).stream().anyMatch(this::isReadIn);
  }

  private boolean readsItself(FactRef ref) {
    Set<FactRef> seen = new HashSet<>();
    Deque<FactRef> ahead = new ArrayDeque<>();
    read(program.fact(ref), seen, ahead);
    while (!ahead.isEmpty() && !seen.contains(ref)) {
      read(program.fact(ahead.pop()), seen, ahead);
    }
    return seen.contains(ref);
  }

  private static void read(Fact fact, Set<FactRef> seen, Deque<FactRef> ahead) {
    read(fact.body(), seen, ahead);
    fact.needs().ifPresent(n -> read(n, seen, ahead));
  }

  private static void read(Expr formula, Set<FactRef> seen, Deque<FactRef> ahead) {
    if (formula instanceof Expr.FactOf e && seen.add(e.fact())) {
      ahead.push(e.fact());
    }
    ExprWalk.parts(formula).forEach(part -> read(part, seen, ahead));
  }
}
