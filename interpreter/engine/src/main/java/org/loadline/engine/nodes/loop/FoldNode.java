package org.loadline.engine.nodes.loop;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.Mark;
import org.loadline.engine.nodes.StatementNode;

/**
 * Values that are carried through a loop in slots. A fault in a turn is kept in the mark of what
 * the whole comes to, and whoever reads it meets it.
 */
public final class FoldNode extends StatementNode {
  @Child private StatementNode start;
  @Child private StatementNode turns;
  private final int failureSlot;
  private final boolean failing;

  /**
   * @param start puts what is carried into its slots
   * @param turns the loop; a {@link GoOnNode} in it ends it
   * @param failureSlot the mark of the result; nothing is written to it but a failure
   */
  public FoldNode(StatementNode start, StatementNode turns, int failureSlot, boolean failing) {
    this.start = start;
    this.turns = turns;
    this.failureSlot = failureSlot;
    this.failing = failing;
  }

  @Override
  public void execute(VirtualFrame frame) {
    if (!failing) {
      run(frame);
      return;
    }
    try {
      run(frame);
    } catch (Failure failure) {
      frame.setIntStatic(failureSlot, failure == Failure.OWN ? Mark.OWN_FAILURE : Mark.FAULT);
    }
  }

  private void run(VirtualFrame frame) {
    start.execute(frame);
    try {
      turns.execute(frame);
    } catch (Stop stop) {
      // A condition has ended it.
    }
  }
}
