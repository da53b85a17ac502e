package org.loadline.reference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.loadline.core.Expr;
import org.loadline.core.Fact;
import org.loadline.core.FactRef;
import org.loadline.core.Output;
import org.loadline.core.Program;
import org.loadline.model.Type;

/** The facts that a sweep reads of all rows, as the outputs of a program for another evaluator. */
final class StartingFacts {
  private StartingFacts() {}

  /**
   * The program that works them out: of facts that read states only where these are as they came.
   */
  static Program of(
      Program program, List<Expr> overAllRows, Set<Expr.Aggregate> totals, boolean first) {
    Set<FactRef> elsewhere = first ? Set.of() : ofStates(program);
    Set<FactRef> facts = new LinkedHashSet<>();
    overAllRows.forEach(formula -> collect(formula, facts));
    totals.forEach(total -> Parts.of(total).forEach(part -> collect(part, facts)));
    List<Output> outputs =
        facts.stream()
            .filter(fact -> !elsewhere.contains(fact))
            .map(program::fact)
            .filter(StartingFacts::canBeOutput)
            .sorted((a, b) -> Integer.compare(a.ref().index(), b.ref().index()))
            .map(fact -> new Output(fact.name(), fact.owner(), fact.ref(), fact.type()))
            .toList();
    return program.reporting(outputs);
  }

  /** States, and all that read them: callees stand first. */
  private static Set<FactRef> ofStates(Program program) {
    Set<FactRef> found = new LinkedHashSet<>(StartingStates.of(program));
    if (!found.isEmpty()) {
      for (Fact fact : program.facts()) {
        Set<FactRef> read = new LinkedHashSet<>();
        collect(fact.body(), read);
        fact.needs().ifPresent(needs -> collect(needs, read));
        if (!Collections.disjoint(read, found)) {
          found.add(fact.ref());
        }
      }
    }
    return found;
  }

  private static void collect(Expr formula, Set<FactRef> facts) {
    List<Expr> ahead = new ArrayList<>(List.of(formula));
    while (!ahead.isEmpty()) {
      Expr at = ahead.removeLast();
      if (at instanceof Expr.FactOf of) {
        facts.add(of.fact());
      }
      ahead.addAll(Parts.of(at));
    }
  }

  private static boolean canBeOutput(Fact fact) {
    boolean plain =
        switch (fact.type().present()) {
          case Type.Quantity _, Type.Flag _, Type.OfChoice _, Type.Date _, Type.Instant _ -> true;
          case Type.Text _, Type.RowOf _, Type.Nothing _, Type.OrNone _ -> false;
        };
    return plain
        && fact.owner().isPresent()
        && fact.parameters().isEmpty()
        && fact.origin() == Fact.Origin.FACT;
  }
}
