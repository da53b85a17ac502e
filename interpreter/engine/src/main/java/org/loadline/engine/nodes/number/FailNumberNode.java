package org.loadline.engine.nodes.number;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.plan.Interval;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Width;
import org.loadline.values.Exact;
import org.loadline.values.Int128;

/** Always a fault. */
public final class FailNumberNode extends NumberNode {
  public FailNumberNode() {
    super(NumberForm.decimal(Width.LONG, 0, Interval.ZERO), BinaryNode.NO_SLOTS);
  }

  @Override
  public boolean mayFail() {
    return true;
  }

  @Override
  protected long computeLong(VirtualFrame frame) {
    throw Failure.FAULT;
  }

  @Override
  protected Int128 computeWide(VirtualFrame frame) {
    throw Failure.FAULT;
  }

  @Override
  protected Exact computeExact(VirtualFrame frame) {
    throw Failure.FAULT;
  }
}
