package org.loadline.engine.nodes.number;

import static org.loadline.engine.nodes.Odds.rare;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.IndexNode;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.plan.Interval;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Width;
import org.loadline.values.Exact;
import org.loadline.values.Int128;

/** A member as the number of its place, which is left in a slot too: so members are ranked. */
public final class PlaceNumberNode extends NumberNode {
  @Child private IndexNode place;
  private final int slot;

  /**
   * @param most the greatest place that there may be
   */
  public PlaceNumberNode(IndexNode place, int slot, int most) {
    super(NumberForm.decimal(Width.LONG, 0, Interval.of(0, most)), BinaryNode.NO_SLOTS);
    this.place = place;
    this.slot = slot;
  }

  @Override
  public boolean mayFail() {
    return place.mayBeNone() || super.mayFail();
  }

  @Override
  protected long computeLong(VirtualFrame frame) {
    int at = place.execute(frame);
    if (rare(at < 0)) {
      throw Failure.FAULT;
    }
    frame.setIntStatic(slot, at);
    return at;
  }

  @Override
  protected Int128 computeWide(VirtualFrame frame) {
    return Int128.ofLong(computeLong(frame));
  }

  @Override
  protected Exact computeExact(VirtualFrame frame) {
    return Exact.of(computeLong(frame));
  }
}
