package org.loadline.engine.lower;

import org.loadline.engine.code.NumberOp;
import org.loadline.engine.code.NumberRead;
import org.loadline.engine.code.Slots;
import org.loadline.engine.code.StatementOp;
import org.loadline.engine.code.ValueOp;
import org.loadline.engine.plan.Term;

/** Makes values of terms, for what is done behind a boundary. */
final class ValueLowering {
  private final Lowering lowering;

  ValueLowering(Lowering lowering) {
    this.lowering = lowering;
  }

  /** A term as a value of its kind; what a place stands for is not told apart. */
  ValueOp of(Term term) {
    return switch (term.kind()) {
      case NUMBER -> number(term);
      case FLAG -> place(term, ValueOp.Meaning.FLAG);
      case INDEX, ORDER, NOTHING -> place(term, ValueOp.Meaning.MEMBER);
    };
  }

  private ValueOp number(Term term) {
    NumberOp op = lowering.number(term);
    if (!op.form().isMarked()) {
      return new ValueOp.OfNumber(op);
    }
    Slots slots = lowering.frame().slots(op.form(), true);
    return new ValueOp.OfMarkedNumber(
        new StatementOp.StoreNumber(op, slots, false),
        new NumberRead.Slot(op.form(), slots, false));
  }

  private ValueOp place(Term term, ValueOp.Meaning meaning) {
    return new ValueOp.OfOptionalPlace(lowering.index(term), meaning);
  }
}
