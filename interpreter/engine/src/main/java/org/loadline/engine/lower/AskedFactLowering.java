package org.loadline.engine.lower;

import java.util.Optional;
import org.loadline.core.Fact;
import org.loadline.engine.nodes.IndexNode;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.nodes.logic.ConstantIndexNode;
import org.loadline.engine.nodes.number.AskedFactNumberNode;
import org.loadline.engine.nodes.table.AskedFact;
import org.loadline.engine.nodes.table.AskedFactPlaceNode;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Shape;
import org.loadline.model.RowPath;
import org.loadline.model.Type;

/** Makes the nodes of facts that the reference evaluator works out. */
final class AskedFactLowering {
  private final Lowering lowering;

  AskedFactLowering(Lowering lowering) {
    this.lowering = lowering;
  }

  NumberNode number(Shape.AskedFact asked) {
    boolean none = asked.type().isOptional();
    boolean unlimited = asked.type().present() instanceof Type.Quantity q && q.orUnlimited();
    NumberForm form = NumberForm.EXACT.marked(none, unlimited);
    return new AskedFactNumberNode(form, lowering.frame().beside(form), fact(asked));
  }

  IndexNode place(Shape.AskedFact asked) {
    return new AskedFactPlaceNode(fact(asked));
  }

  private AskedFact fact(Shape.AskedFact asked) {
    Fact fact = lowering.program().fact(asked.fact());
    Optional<Type> row =
        fact.owner().map(owner -> new Type.RowOf(owner, RowPath.self(owner.name())));
    IndexNode at = asked.row().map(lowering::index).orElseGet(() -> new ConstantIndexNode(0));
    return new AskedFact(at, row, fact.ref(), fact.type(), fact.span());
  }
}
