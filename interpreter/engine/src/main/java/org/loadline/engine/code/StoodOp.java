package org.loadline.engine.code;

import java.util.List;

/**
 * What a value of a scan stood at before an element, or after its turn.
 *
 * @param value which of the scan's
 * @param after whether it is asked for as it stood after the element's turn
 */
public record StoodOp(SliceOp order, PlaceOp element, int trailSlot, int value, boolean after)
    implements Op {
  @Override
  public List<Op> operands() {
    return List.of(order, element);
  }

  @Override
  public boolean mayFail() {
    return true;
  }
}
