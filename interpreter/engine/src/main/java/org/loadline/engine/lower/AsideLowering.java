package org.loadline.engine.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.loadline.engine.nodes.IndexNode;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.nodes.NumberSlots;
import org.loadline.engine.nodes.StatementNode;
import org.loadline.engine.nodes.frame.LetIndexNode;
import org.loadline.engine.nodes.frame.NumberSlotNode;
import org.loadline.engine.nodes.frame.StoreNumberNode;
import org.loadline.engine.nodes.number.LetNode;
import org.loadline.engine.plan.Term;

/**
 * Makes nodes of terms that are no operands: their loops run where they are read, each time, and
 * not ahead of the formula.
 */
final class AsideLowering {
  private final Lowering lowering;

  AsideLowering(Lowering lowering) {
    this.lowering = lowering;
  }

  NumberNode number(Term term, boolean known) {
    return aside(
        term,
        known,
        loops -> {
          NumberNode node = lowering.number(term);
          NumberSlots slots = lowering.frame().slots(node.form(), node.form().isMarked());
          loops.add(new StoreNumberNode(node, slots, false));
          return new LetNode(
              loops.toArray(StatementNode[]::new),
              new NumberSlotNode(node.form(), slots, false),
              slots);
        });
  }

  IndexNode index(Term term, boolean known) {
    return aside(
        term,
        known,
        loops -> new LetIndexNode(loops.toArray(StatementNode[]::new), lowering.index(term)));
  }

  private List<StatementNode> loops(Term term) {
    List<StatementNode> loops = new ArrayList<>(lowering.share(Optional.empty(), List.of(term)));
    for (Term variable : term.free()) {
      loops.addAll(lowering.share(Optional.of(variable), List.of(term)));
    }
    return loops;
  }

  private interface Made<T> {
    T after(List<StatementNode> loops);
  }

  /** What is worked out for it, outermost first, is forgotten after it. */
  private <T> T aside(Term term, boolean known, Made<T> made) {
    Set<Term> before = lowering.kept();
    List<StatementNode> loops = lowering.notes().aside(known, () -> loops(term));
    T node = made.after(loops);
    lowering.forget(lowering.kept().stream().filter(t -> !before.contains(t)).toList());
    return node;
  }
}
