package org.loadline.engine.nodes.number;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.plan.NumberForm;
import org.loadline.values.Exact;
import org.loadline.values.Int128;

/** A number that is worked out as an exact fraction of any size. */
abstract class ExactNode extends NumberNode {
  ExactNode() {
    super(NumberForm.EXACT, BinaryNode.NO_SLOTS);
  }

  @Override
  protected final long computeLong(VirtualFrame frame) {
    throw new IllegalStateException("an exact fraction was asked for as 64 bits");
  }

  @Override
  protected final Int128 computeWide(VirtualFrame frame) {
    throw new IllegalStateException("an exact fraction was asked for as 128 bits");
  }

  @Override
  protected abstract Exact computeExact(VirtualFrame frame);
}
