package org.loadline.engine.nodes.order;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.frame.VirtualFrame;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.IndexNode;
import org.loadline.engine.nodes.Mark;
import org.loadline.engine.nodes.RiskNode;

/** Finds what a value of a scan stood at before an element. */
public final class Stood extends RiskNode {
  @Child private Slice order;
  @Child private IndexNode element;
  private final int trailSlot;
  private final int value;

  /**
   * @param value which of the scan's
   */
  public Stood(Slice order, IndexNode element, int trailSlot, int value) {
    this.order = order;
    this.element = element;
    this.trailSlot = trailSlot;
    this.value = value;
  }

  @Override
  public boolean mayFail() {
    return true;
  }

  Trail trail(VirtualFrame frame) {
    return CompilerDirectives.castExact(frame.getObjectStatic(trailSlot), Trail.class);
  }

  int value() {
    return value;
  }

  /** The place of the element. Fails if the order has, or the element is not in it. */
  int place(VirtualFrame frame, Trail trail) {
    trail.check();
    int place = order.ranking(frame).rank(element.execute(frame));
    if (place < 0) {
      throw Failure.FAULT;
    }
    return place;
  }

  static int mark(long mark) {
    if (mark >= Mark.FAULT) {
      throw Failure.FAULT;
    }
    return (int) mark;
  }
}
