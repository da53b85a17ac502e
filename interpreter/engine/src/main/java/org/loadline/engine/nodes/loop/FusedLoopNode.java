package org.loadline.engine.nodes.loop;

import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.StatementNode;

/** All aggregates over the same rows, in one loop. */
public final class FusedLoopNode extends StatementNode {
  @Child private StatementNode rows;

  @CompilationFinal(dimensions = 1)
  private final AccumulatorNode[] accumulators;

  private final boolean failing;

  /**
   * @param accumulators stand inside {@code rows} as well, where they belong to the tree
   */
  public FusedLoopNode(StatementNode rows, AccumulatorNode[] accumulators, boolean failing) {
    this.rows = rows;
    this.accumulators = accumulators;
    this.failing = failing;
  }

  @Override
  @ExplodeLoop
  public void execute(VirtualFrame frame) {
    for (AccumulatorNode accumulator : accumulators) {
      accumulator.start(frame);
    }
    if (failing) {
      try {
        rows.execute(frame);
      } catch (Failure failure) {
        for (AccumulatorNode accumulator : accumulators) {
          accumulator.fault(frame);
        }
        return;
      }
    } else {
      rows.execute(frame);
    }
    for (AccumulatorNode accumulator : accumulators) {
      accumulator.finish(frame);
    }
  }
}
