package org.loadline.engine.lower;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.loadline.engine.code.LoopOp;
import org.loadline.engine.code.StatementOp;
import org.loadline.engine.plan.Domain;
import org.loadline.engine.plan.Kind;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Shape;
import org.loadline.engine.plan.Term;
import org.loadline.model.Type;

/**
 * Makes loops that carry values in slots. A turn is lowered for the forms that its values are
 * thought to have; where it makes more of them, it is lowered again for more.
 */
final class FoldLowering {
  /** Beyond so many tries the scale of a value grows with each turn. */
  static final int MOST_TRIES = 16;

  private final Lowering lowering;

  FoldLowering(Lowering lowering) {
    this.lowering = lowering;
  }

  static boolean isFold(Term term) {
    return term.shape() instanceof Shape.Fold || term.shape() instanceof Shape.Repeat;
  }

  static List<Shape.Carried> carried(Term term) {
    return switch (term.shape()) {
      case Shape.Fold fold -> fold.carried();
      case Shape.Repeat repeat -> repeat.carried();
      default -> throw new IllegalArgumentException("nothing is carried: " + term.shape());
    };
  }

  static Type type(Term carried) {
    if (carried.shape()
        instanceof Shape.Variable(int depth, Domain.Carried(int place, Type type))) {
      return type;
    }
    throw new IllegalArgumentException("not carried: " + carried);
  }

  /** The loop; what it comes to is kept from then on. */
  StatementOp lower(Term term) {
    Map<Integer, CarriedForm> forms = forms(lowering, carried(term));
    for (int tries = 1; ; tries++) {
      lowering.notes().enter();
      TurnLowering turn = new TurnLowering(lowering, term, carried(term), forms, false);
      StatementOp start = turn.start();
      StatementOp loop = turn.loop();
      forget(term);
      if (turn.other().isEmpty()) {
        LoopOp.Fold op = new LoopOp.Fold(start, loop, turn.mark());
        Kept result = turn.result(op.leavesFailure());
        lowering.keep(term, result);
        lowering.notes().total(turn.note(result));
        lowering
            .notes()
            .leave(
                term.shape() instanceof Shape.Fold fold
                    ? fold.variable()
                    : carried(term).getFirst().variable());
        return op;
      }
      lowering.notes().abandon();
      forms.putAll(turn.other());
      if (tries == MOST_TRIES) {
        forms.replaceAll((at, form) -> form.exact());
      }
    }
  }

  private void forget(Term term) {
    carried(term).forEach(c -> lowering.forget(lowering.keptFor(c.variable())));
    if (term.shape() instanceof Shape.Fold fold) {
      lowering.forget(lowering.keptFor(fold.variable()));
    }
  }

  /** Of numbers: those of their starts, to begin with. */
  static Map<Integer, CarriedForm> forms(Lowering lowering, List<Shape.Carried> carried) {
    Map<Integer, CarriedForm> forms = new HashMap<>();
    for (int i = 0; i < carried.size(); i++) {
      Term variable = carried.get(i).variable();
      if (variable.kind() == Kind.NUMBER) {
        Type type = type(variable);
        NumberForm start = lowering.number(carried.get(i).start()).form();
        boolean unlimited = type.present() instanceof Type.Quantity q && q.orUnlimited();
        forms.put(i, CarriedForm.of(start, start.orNone() || type.isOptional(), unlimited));
      }
    }
    return forms;
  }
}
