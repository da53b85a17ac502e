package org.loadline.engine.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.loadline.engine.code.NumberChoice;
import org.loadline.engine.code.NumberOp;
import org.loadline.engine.code.NumberRead;
import org.loadline.engine.code.PlaceOp;
import org.loadline.engine.code.Slots;
import org.loadline.engine.code.StatementOp;
import org.loadline.engine.plan.Term;

/**
 * Makes operations of terms that are no operands: their loops run where they are read, each time,
 * and not ahead of the formula.
 */
final class AsideLowering {
  private final Lowering lowering;

  AsideLowering(Lowering lowering) {
    this.lowering = lowering;
  }

  NumberOp number(Term term, boolean known) {
    return aside(
        term,
        known,
        loops -> {
          NumberOp op = lowering.number(term);
          Slots slots = lowering.frame().slots(op.form(), op.form().isMarked());
          loops.add(new StatementOp.StoreNumber(op, slots, false));
          return new NumberChoice.Let(loops, new NumberRead.Slot(op.form(), slots, false), slots);
        });
  }

  PlaceOp index(Term term, boolean known) {
    return aside(term, known, loops -> new PlaceOp.Let(loops, lowering.index(term)));
  }

  private List<StatementOp> loops(Term term) {
    List<StatementOp> loops = new ArrayList<>(lowering.share(Optional.empty(), List.of(term)));
    for (Term variable : term.free()) {
      loops.addAll(lowering.share(Optional.of(variable), List.of(term)));
    }
    return loops;
  }

  private interface Made<T> {
    T after(List<StatementOp> loops);
  }

  /** What is worked out for it, outermost first, is forgotten after it. */
  private <T> T aside(Term term, boolean known, Made<T> made) {
    Set<Term> before = lowering.kept();
    List<StatementOp> loops = lowering.notes().aside(known, () -> loops(term));
    T op = made.after(loops);
    lowering.forget(lowering.kept().stream().filter(t -> !before.contains(t)).toList());
    return op;
  }
}
