package org.loadline.engine.nodes.loop;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import org.loadline.engine.nodes.StatementNode;

/** A sum in several parts, which are put together after the last row. */
public final class SplitSumNode extends AccumulatorNode {
  @Children private final AccumulatorNode[] parts;
  @Child private StatementNode together;

  /**
   * @param together adds the parts and leaves the sum in its slots
   */
  public SplitSumNode(
      int markSlot, AccumulatorNode[] parts, StatementNode together, boolean failing) {
    super(markSlot, failing);
    this.parts = parts;
    this.together = together;
  }

  @Override
  @ExplodeLoop
  protected void clear(VirtualFrame frame) {
    for (AccumulatorNode part : parts) {
      part.clear(frame);
    }
  }

  @Override
  @ExplodeLoop
  protected void add(VirtualFrame frame) {
    for (AccumulatorNode part : parts) {
      part.add(frame);
    }
  }

  @Override
  @ExplodeLoop
  protected void complete(VirtualFrame frame) {
    for (AccumulatorNode part : parts) {
      part.complete(frame);
    }
    together.execute(frame);
  }
}
