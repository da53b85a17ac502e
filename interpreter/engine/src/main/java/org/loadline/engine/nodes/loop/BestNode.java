package org.loadline.engine.nodes.loop;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.code.AccumulatorOp;
import org.loadline.engine.nodes.Mark;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.nodes.NumberSlots;
import org.loadline.engine.nodes.number.NumberOrder;
import org.loadline.values.Exact;
import org.loadline.values.Int128;
import org.loadline.values.Int256;

/** The least or greatest number of all rows, and the first row that has it. Fails without rows. */
public final class BestNode extends AccumulatorNode {
  @Child private NumberNode measure;
  private final AccumulatorOp.Found found;
  private final boolean byIdentity;
  private final NumberOrder order;
  private final boolean greatest;

  /**
   * @param byIdentity of equal numbers the row that comes first in the order of identity is taken
   * @param order the candidate on the left, the best so far on the right; its right slots hold the
   *     number at the end
   */
  public BestNode(
      NumberNode measure,
      boolean greatest,
      boolean byIdentity,
      NumberOrder order,
      AccumulatorOp.Found found,
      boolean failing) {
    super(found.mark(), failing);
    this.measure = measure;
    this.greatest = greatest;
    this.byIdentity = byIdentity;
    this.order = order;
    this.found = found;
  }

  @Override
  protected void clear(VirtualFrame frame) {
    frame.setIntStatic(found.seen(), 0);
    frame.setIntStatic(found.row(), -1);
    NumberSlots best = order.right();
    switch (best.width()) {
      case LONG -> best.writeLong(frame, 0);
      case WIDE -> best.writeWide(frame, Int128.ZERO);
      case QUAD -> best.writeQuad(frame, Int256.ZERO);
      case EXACT -> best.writeExact(frame, Exact.ZERO);
    }
  }

  @Override
  protected void add(VirtualFrame frame) {
    measure.into(frame, order.left());
    boolean first = frame.getIntStatic(found.seen()) == 0;
    if (first || better(frame, order.compare(frame))) {
      frame.setIntStatic(found.seen(), 1);
      frame.setIntStatic(found.row(), frame.getIntStatic(found.element()));
      order.right().copy(frame, order.left());
    }
  }

  private boolean better(VirtualFrame frame, int compared) {
    if (byIdentity && compared == 0) {
      return frame.getIntStatic(found.element()) < frame.getIntStatic(found.row());
    }
    return greatest ? compared > 0 : compared < 0;
  }

  @Override
  protected void complete(VirtualFrame frame) {
    if (frame.getIntStatic(found.seen()) == 0) {
      frame.setIntStatic(found.mark(), found.own() ? Mark.OWN_FAILURE : Mark.FAULT);
    } else if (order.right().mark() >= 0) {
      frame.setIntStatic(found.mark(), order.right().readMark(frame));
    }
  }
}
