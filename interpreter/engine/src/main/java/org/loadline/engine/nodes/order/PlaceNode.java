package org.loadline.engine.nodes.order;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.IndexNode;
import org.loadline.engine.nodes.NumberNode;
import org.loadline.engine.nodes.NumberSlots;
import org.loadline.engine.plan.NumberForm;
import org.loadline.values.Exact;
import org.loadline.values.Int128;

/** The place of an element in an order, from 1 on; fails if it is not among the elements. */
public final class PlaceNode extends NumberNode {
  @Child private Slice slice;
  @Child private IndexNode element;
  private final boolean own;

  public PlaceNode(
      NumberForm form, NumberSlots slots, Slice slice, IndexNode element, boolean own) {
    super(form, slots);
    this.slice = slice;
    this.element = element;
    this.own = own;
  }

  @Override
  protected long computeLong(VirtualFrame frame) {
    int of = element.execute(frame);
    Ranking ranking = slice.ranking(frame);
    int count = slice.count(frame, ranking);
    int place = ranking.rank(of);
    if (place < 0 || place >= count) {
      throw Failure.of(own);
    }
    return place + 1;
  }

  @Override
  protected Int128 computeWide(VirtualFrame frame) {
    return Int128.ofLong(computeLong(frame));
  }

  @Override
  protected Exact computeExact(VirtualFrame frame) {
    return exact(computeLong(frame));
  }

  @TruffleBoundary
  private static Exact exact(long place) {
    return Exact.of(place);
  }
}
