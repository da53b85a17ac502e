package org.loadline.reference;

import java.util.ArrayList;
import java.util.List;
import org.loadline.core.Expr;
import org.loadline.data.Outcome;

/** Tells what a loop carries from turn to turn. */
final class TurnTeller {
  private final Evaluation evaluation;
  private final Explanation explanation;
  private final PartTeller teller;

  TurnTeller(Evaluation evaluation, Explanation explanation, PartTeller teller) {
    this.evaluation = evaluation;
    this.explanation = explanation;
    this.teller = teller;
  }

  Derivation fold(Expr.Fold e, Frame frame, Derivation.Limits limits) {
    List<FoldFormulas.Turn> turns = new ArrayList<>();
    told(() -> evaluation.formulas().folds().fold(e, frame.copy(), turns::add));
    return turns(
        teller.node(Derivation.Kind.FOLD, e, frame), e, e.carried(), turns, limits, e.binder());
  }

  Derivation repeat(Expr.Repeat e, Frame frame, Derivation.Limits limits) {
    List<FoldFormulas.Turn> turns = new ArrayList<>();
    told(() -> evaluation.formulas().folds().repeat(e, frame.copy(), turns::add));
    return turns(teller.node(Derivation.Kind.FOLD, e, frame), e, e.carried(), turns, limits);
  }

  /** Works something out for what is heard on the way; that it fails is told elsewhere. */
  private static void told(Runnable work) {
    try {
      work.run();
    } catch (Failure failure) {
      // The node itself has the fault.
    }
  }

  private Derivation turns(
      Explanation.Node node,
      Expr e,
      List<Expr.Carried> carried,
      List<FoldFormulas.Turn> turns,
      Derivation.Limits limits,
      Expr.Binder... over) {
    node.note(turns.size() == 1 ? "1 turn" : turns.size() + " turns");
    for (int i = 0; i < Math.min(turns.size(), limits.rows()); i++) {
      FoldFormulas.Turn turn = turns.get(i);
      String label =
          turn.element().isPresent()
              ? teller.rows().name(over[0].rows(), turn.element().get())
              : "turn " + (i + 1);
      List<Derivation> values = new ArrayList<>();
      for (int c = 1; c < carried.size(); c++) {
        Expr.Carried value = carried.get(c);
        values.add(
            explanation
                .new Node(
                    Derivation.Kind.VARIABLE,
                    value.name(),
                    value.next().span(),
                    value.type(),
                    new Outcome.Known(turn.carried().get(c)))
                .made());
      }
      node.parts(
          List.of(
              explanation
                  .new Node(
                      Derivation.Kind.CONTRIBUTION,
                      label,
                      carried.getFirst().next().span(),
                      e.type(),
                      new Outcome.Known(turn.carried().getFirst()))
                  .parts(values)
                  .made()));
    }
    node.omitted(Math.max(0, turns.size() - limits.rows()));
    return node.made();
  }
}
