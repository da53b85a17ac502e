package org.loadline.engine.nodes.number;

import static org.loadline.engine.nodes.Odds.rare;

import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.IndexNode;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.plan.NumberForm;
import org.loadline.values.Exact;
import org.loadline.values.Int128;

/** A member as the number of its place, which is left in a slot too: so members are ranked. */
public final class PlaceNumberNode extends NumberNode {
  @Child private IndexNode place;
  private final int slot;

  public PlaceNumberNode(NumberForm form, IndexNode place, int slot) {
    super(form, BinaryNode.NO_SLOTS);
    this.place = place;
    this.slot = slot;
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
