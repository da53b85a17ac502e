package org.loadline.engine.lower;

import java.util.Optional;
import org.loadline.core.Fact;
import org.loadline.engine.code.NumberFound;
import org.loadline.engine.code.NumberOp;
import org.loadline.engine.code.PlaceFound;
import org.loadline.engine.code.PlaceOp;
import org.loadline.engine.code.Question;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Shape;
import org.loadline.model.RowPath;
import org.loadline.model.Type;

/** Makes the operations of facts that the reference evaluator works out. */
final class AskedFactLowering {
  private final Lowering lowering;

  AskedFactLowering(Lowering lowering) {
    this.lowering = lowering;
  }

  NumberOp number(Shape.AskedFact asked) {
    boolean none = asked.type().isOptional();
    boolean unlimited = asked.type().present() instanceof Type.Quantity q && q.orUnlimited();
    NumberForm form = NumberForm.EXACT.marked(none, unlimited);
    return new NumberFound.AskedFact(form, lowering.frame().beside(form), fact(asked));
  }

  PlaceOp place(Shape.AskedFact asked) {
    return new PlaceFound.AskedFact(fact(asked));
  }

  private Question.OfFact fact(Shape.AskedFact asked) {
    Fact fact = lowering.program().fact(asked.fact());
    Optional<Type> row =
        fact.owner().map(owner -> new Type.RowOf(owner, RowPath.self(owner.name())));
    PlaceOp at = asked.row().map(lowering::index).orElseGet(() -> new PlaceOp.Constant(0));
    return new Question.OfFact(at, row, fact.ref(), fact.type(), fact.span());
  }
}
