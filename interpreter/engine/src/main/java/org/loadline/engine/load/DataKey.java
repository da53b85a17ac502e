package org.loadline.engine.load;

import org.loadline.engine.plan.ColumnKey;
import org.loadline.model.EntityRef;

/** An array that a pass works with. */
public sealed interface DataKey {
  /** One array of a column. */
  record Cells(ColumnKey column, Part part) implements DataKey {}

  /** Where the children of each row start; one more than there are rows. An int array. */
  record ChildStarts(EntityRef child, int field) implements DataKey {}

  /** The children themselves, by parent. An int array. */
  record ChildRows(EntityRef child, int field) implements DataKey {}

  /** How many rows an entity has: an int array of one. */
  record Count(EntityRef entity) implements DataKey {}

  /** The arrays of a column. */
  enum Part {
    /** Numbers of 64 bits, or the lowest 64 of more. */
    LOW,
    /** The next 64 bits of 128, or of 256. */
    HIGH,
    /** The third 64 bits of 256. */
    THIRD,
    /** The highest 64 bits of 256. */
    FOURTH,
    DIVISOR_LOW,
    DIVISOR_HIGH,
    DIVISOR_THIRD,
    DIVISOR_FOURTH,
    /** Numbers of any size, as exact fractions. */
    EXACT,
    MARKS,
    PLACES,
    /** A filled column itself. */
    WHOLE
  }
}
