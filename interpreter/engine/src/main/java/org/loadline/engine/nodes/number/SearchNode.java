package org.loadline.engine.nodes.number;

import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.loadline.engine.load.RunData;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.nodes.ValueNode;
import org.loadline.engine.plan.Shape;
import org.loadline.engine.plan.Term;
import org.loadline.engine.solve.Layout;
import org.loadline.engine.solve.Solver;
import org.loadline.values.Exact;
import org.loadline.values.Value;

/** The first or last point that satisfies a condition. */
public final class SearchNode extends ExactNode {
  @Child private NumberNode from;
  @Child private NumberNode to;
  @Child private NumberNode step;
  private final Layout layout;
  private final List<Term> variables;
  private final List<Term> carried;
  @Children private final ValueNode[] values;

  @CompilationFinal(dimensions = 1)
  private final int[] slots;

  /**
   * @param variables those that the condition depends on, each with the slot of its element
   * @param carried the same of values that are carried
   */
  public SearchNode(
      Shape.Search search,
      NumberNode from,
      NumberNode to,
      NumberNode step,
      List<Term> variables,
      int[] slots,
      List<Term> carried,
      ValueNode[] values) {
    this.layout = new Layout(search);
    this.from = from;
    this.to = to;
    this.step = step;
    this.variables = List.copyOf(variables);
    this.slots = slots;
    this.carried = List.copyOf(carried);
    this.values = values;
  }

  @Override
  @ExplodeLoop
  protected Exact computeExact(VirtualFrame frame) {
    int[] places = new int[slots.length];
    for (int i = 0; i < slots.length; i++) {
      places[i] = frame.getIntStatic(slots[i]);
    }
    Object[] given = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      given[i] = value(frame, values[i]);
    }
    return find(
        (RunData) frame.getArguments()[0],
        places,
        given,
        from.executeExact(frame),
        to.executeExact(frame),
        step.executeExact(frame));
  }

  private static @Nullable Object value(VirtualFrame frame, ValueNode node) {
    try {
      return node.execute(frame);
    } catch (Failure failure) {
      return null;
    }
  }

  @TruffleBoundary
  private Exact find(
      RunData data, int[] places, @Nullable Object[] given, Exact first, Exact last, Exact by) {
    Map<Term, Integer> elements = new IdentityHashMap<>();
    for (int i = 0; i < places.length; i++) {
      elements.put(variables.get(i), places[i]);
    }
    Map<Term, Optional<Value>> stands = new IdentityHashMap<>();
    for (int i = 0; i < given.length; i++) {
      stands.put(carried.get(i), Optional.ofNullable((Value) given[i]));
    }
    return new Solver(data, layout).find(elements, stands, first, last, by);
  }
}
