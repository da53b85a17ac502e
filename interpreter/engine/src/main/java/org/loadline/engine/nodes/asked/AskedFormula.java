package org.loadline.engine.nodes.asked;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.loadline.core.Expr;
import org.loadline.data.Outcome;
import org.loadline.engine.load.RunData;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.RiskNode;
import org.loadline.engine.nodes.ValueNode;
import org.loadline.reference.Evaluation;
import org.loadline.values.Value;

/**
 * A formula that the reference evaluator works out: what stands in its slots is worked out here and
 * handed over. A slot that fails is a fault only if the formula reads it.
 */
public final class AskedFormula extends RiskNode {
  @Children private final ValueNode[] values;
  private final List<Integer> slots;
  private final Expr formula;
  private final boolean own;

  public AskedFormula(Expr formula, List<Integer> slots, ValueNode[] values, boolean own) {
    this.formula = formula;
    this.slots = List.copyOf(slots);
    this.values = values;
    this.own = own;
  }

  @Override
  public boolean mayFail() {
    return true;
  }

  @ExplodeLoop
  Value execute(VirtualFrame frame) {
    Object[] given = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      given[i] = value(frame, values[i]);
    }
    return ask((RunData) frame.getArguments()[0], given);
  }

  private static @Nullable Object value(VirtualFrame frame, ValueNode node) {
    try {
      return node.execute(frame);
    } catch (Failure failure) {
      return null;
    }
  }

  @TruffleBoundary
  private Value ask(RunData data, @Nullable Object[] given) {
    Map<Integer, Optional<Value>> known = new HashMap<>();
    for (int i = 0; i < given.length; i++) {
      known.put(slots.get(i), Optional.ofNullable((Value) given[i]));
    }
    Evaluation.Answer answer = data.answer(formula, known);
    return switch (answer.outcome()) {
      case Outcome.Known(Value value) -> value;
      case Outcome.Faulted faulted -> throw Failure.of(own && answer.own());
    };
  }
}
