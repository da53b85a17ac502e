package org.loadline.engine.nodes.number;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.plan.NumberForm;
import org.loadline.values.Exact;
import org.loadline.values.Int128;

/** Always fails. */
public final class FailNumberNode extends NumberNode {
  private final boolean own;

  public FailNumberNode(NumberForm form, boolean own) {
    super(form, BinaryNode.NO_SLOTS);
    this.own = own;
  }

  @Override
  protected long computeLong(VirtualFrame frame) {
    throw Failure.of(own);
  }

  @Override
  protected Int128 computeWide(VirtualFrame frame) {
    throw Failure.of(own);
  }

  @Override
  protected Exact computeExact(VirtualFrame frame) {
    throw Failure.of(own);
  }
}
