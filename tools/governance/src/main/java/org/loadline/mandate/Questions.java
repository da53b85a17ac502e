package org.loadline.mandate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.core.Expr;
import org.loadline.core.Fact;
import org.loadline.core.FactRef;
import org.loadline.core.Output;
import org.loadline.core.Program;
import org.loadline.model.EntityRef;

/** Formulas that are asked of a program beside its own: its only outputs. */
final class Questions {
  private final Program program;
  private final List<Fact> facts;
  private final List<Output> outputs = new ArrayList<>();

  Questions(Program program) {
    this.program = program;
    this.facts = new ArrayList<>(program.facts());
  }

  /** Asks for a formula, of each row or once. */
  void ask(Optional<EntityRef> rows, Expr formula, int slots) {
    FactRef ref = new FactRef(facts.size(), "question " + outputs.size());
    facts.add(
        new Fact(
            ref,
            rows,
            List.of(),
            Optional.empty(),
            formula,
            formula.type(),
            slots,
            Fact.Origin.FACT,
            "",
            formula.span()));
    outputs.add(new Output(ref.name(), rows, ref, formula.type()));
  }

  Program program() {
    return program.asking(facts, outputs);
  }
}
