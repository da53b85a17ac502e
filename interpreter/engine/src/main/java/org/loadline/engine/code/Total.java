package org.loadline.engine.code;

import org.loadline.core.FactRef;

/**
 * A sum over the rows of a pass, for one stretch of them.
 *
 * @param filter always true if all rows are taken
 * @param body what a row adds: one if rows are counted
 * @param part what the row at hand adds, with a mark; as wide as the sum
 * @param slots of the sum
 * @param scale of the sum, and of what rows add; it means nothing if they are exact fractions
 */
public record Total(
    FactRef total,
    FlagOp filter,
    NumberOp body,
    Slots part,
    Slots slots,
    int scale,
    int faultSlot) {
  /** Whether what a row adds may fail. */
  public boolean failing() {
    return filter.mayFail() || body.mayFail();
  }
}
