package org.loadline.engine.code;

import org.loadline.core.FactRef;

/**
 * A sum over the rows of a pass, for one stretch of them.
 *
 * @param filter always true if all rows are taken
 * @param body what a row adds: one if rows are counted
 * @param sum reads {@code slots}
 * @param part what the row at hand adds, with a mark; as wide as the sum
 */
public record Total(
    FactRef total,
    FlagOp filter,
    NumberOp body,
    NumberRead.Slot sum,
    Slots part,
    Slots slots,
    int faultSlot) {
  /** Whether what a row adds may fail. */
  public boolean failing() {
    return filter.mayFail() || body.mayFail();
  }
}
