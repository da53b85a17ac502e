package org.loadline.engine.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.engine.code.NumberOp;
import org.loadline.engine.plan.Shape;
import org.loadline.engine.plan.Term;

/** What a term adds up, as far as none of its parts is kept for others to read. */
final class Addends {
  private Addends() {}

  /** A number that is added, or subtracted. */
  record Addend(NumberOp op, boolean minus) {}

  static List<Addend> of(Term term, Lowering lowering) {
    List<Addend> addends = new ArrayList<>();
    collect(term, false, lowering, addends);
    return addends;
  }

  private static void collect(Term term, boolean minus, Lowering lowering, List<Addend> into) {
    if (!lowering.isKept(term) && term.shape() instanceof Shape.Add(Term left, Term right)) {
      collect(left, minus, lowering, into);
      collect(right, minus, lowering, into);
    } else if (!lowering.isKept(term)
        && term.shape() instanceof Shape.Subtract(Term left, Term right)) {
      collect(left, minus, lowering, into);
      collect(right, !minus, lowering, into);
    } else {
      into.add(new Addend(lowering.arithmetic().plain(lowering.number(term)), minus));
    }
  }

  /** The addends of one scale as one number. */
  static NumberOp together(List<Addend> addends, int scale, Arithmetic arithmetic) {
    Optional<NumberOp> sum = Optional.empty();
    for (Addend addend : addends) {
      if (addend.op().form().scale() == scale) {
        sum =
            Optional.of(
                sum.map(s -> plus(s, addend, arithmetic))
                    .orElseGet(
                        () ->
                            addend.minus()
                                ? arithmetic.magnitude(addend.op(), false)
                                : addend.op()));
      }
    }
    return sum.orElseThrow();
  }

  private static NumberOp plus(NumberOp sum, Addend addend, Arithmetic arithmetic) {
    return addend.minus()
        ? arithmetic.subtract(sum, addend.op())
        : arithmetic.add(sum, addend.op());
  }
}
