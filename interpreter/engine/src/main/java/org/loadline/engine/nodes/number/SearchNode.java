package org.loadline.engine.nodes.number;

import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.loadline.engine.load.RunData;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.plan.Shape;
import org.loadline.engine.plan.Term;
import org.loadline.engine.solve.Layout;
import org.loadline.engine.solve.Solver;
import org.loadline.values.Exact;

/** The first or last point that satisfies a condition. */
public final class SearchNode extends ExactNode {
  @Child private NumberNode from;
  @Child private NumberNode to;
  @Child private NumberNode step;
  private final Layout layout;
  private final List<Term> variables;

  @CompilationFinal(dimensions = 1)
  private final int[] slots;

  /**
   * @param variables those that the condition depends on, each with the slot of its element
   */
  public SearchNode(
      Shape.Search search,
      NumberNode from,
      NumberNode to,
      NumberNode step,
      List<Term> variables,
      int[] slots) {
    this.layout = new Layout(search);
    this.from = from;
    this.to = to;
    this.step = step;
    this.variables = List.copyOf(variables);
    this.slots = slots;
  }

  @Override
  public boolean mayFail() {
    return true;
  }

  @Override
  @ExplodeLoop
  protected Exact computeExact(VirtualFrame frame) {
    int[] places = new int[slots.length];
    for (int i = 0; i < slots.length; i++) {
      places[i] = frame.getIntStatic(slots[i]);
    }
    return find(
        (RunData) frame.getArguments()[0],
        places,
        from.executeExact(frame),
        to.executeExact(frame),
        step.executeExact(frame));
  }

  @TruffleBoundary
  private Exact find(RunData data, int[] places, Exact first, Exact last, Exact by) {
    Map<Term, Integer> elements = new IdentityHashMap<>();
    for (int i = 0; i < places.length; i++) {
      elements.put(variables.get(i), places[i]);
    }
    return new Solver(data, layout).find(elements, first, last, by);
  }
}
