package org.loadline.engine.nodes.order;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;
import org.loadline.engine.nodes.Failure;
import org.loadline.engine.nodes.IndexNode;
import org.loadline.engine.nodes.Mark;

/** Finds what a value of a scan stood at before an element, or after its turn. */
public final class Stood extends Node {
  @Child private Slice order;
  @Child private IndexNode element;
  private final int trailSlot;
  private final int value;
  private final int turns;

  /**
   * @param value which of the scan's
   * @param after whether it is asked for as it stood after the element's turn
   */
  public Stood(Slice order, IndexNode element, int trailSlot, int value, boolean after) {
    this.turns = after ? 1 : 0;
    this.order = order;
    this.element = element;
    this.trailSlot = trailSlot;
    this.value = value;
  }

  Trail trail(VirtualFrame frame) {
    return CompilerDirectives.castExact(frame.getObjectStatic(trailSlot), Trail.class);
  }

  int value() {
    return value;
  }

  /**
   * Where the trail has it: at the place of the element or at the next. Fails if the order has, or
   * the element is not in it.
   */
  int place(VirtualFrame frame, Trail trail) {
    trail.check();
    int place = order.ranking(frame).rank(element.execute(frame));
    if (place < 0) {
      throw Failure.FAULT;
    }
    return place + turns;
  }

  static int mark(long mark) {
    if (mark >= Mark.FAULT) {
      throw Failure.FAULT;
    }
    return (int) mark;
  }
}
