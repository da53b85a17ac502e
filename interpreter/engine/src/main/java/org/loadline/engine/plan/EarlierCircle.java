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

  /**
   * Whether a fact reads itself with arguments that are not its own: of each earlier row it may be
   * asked for others.
   */
  boolean goesOn(FactRef fact) {
    return has(fact) && reached(fact).stream().filter(this::has).anyMatch(f -> passesOn(f, fact));
  }

  private boolean passesOn(FactRef by, FactRef circle) {
    Fact fact = program.fact(by);
    Set<Integer> own = new HashSet<>();
    fact.parameters().forEach(p -> own.add(p.slot()));
    return reached(by).contains(circle)
        && (passesOn(fact.body(), own) || fact.needs().filter(n -> passesOn(n, own)).isPresent());
  }

  private boolean passesOn(Expr formula, Set<Integer> own) {
    boolean here =
        formula instanceof Expr.FactOf e
            && has(e.fact())
            && !e.arguments().stream().allMatch(a -> isFixed(a, own));
    return here || ExprWalk.parts(formula).stream().anyMatch(part -> passesOn(part, own));
  }

  private static boolean isFixed(Expr argument, Set<Integer> own) {
    return switch (argument) {
      case Expr.Constant constant -> true;
      case Expr.ParamValue param -> true;
      case Expr.Local local -> own.contains(local.slot());
      default -> false;
    };
  }

  private boolean readsItself(FactRef ref) {
    return reached(ref).contains(ref);
  }

  /** All facts that one reads, however far. */
  private Set<FactRef> reached(FactRef ref) {
    Set<FactRef> seen = new HashSet<>();
    Deque<FactRef> ahead = new ArrayDeque<>();
    read(program.fact(ref), seen, ahead);
    while (!ahead.isEmpty()) {
      read(program.fact(ahead.pop()), seen, ahead);
    }
    return seen;
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
