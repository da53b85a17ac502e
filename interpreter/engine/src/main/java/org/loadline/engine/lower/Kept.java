package org.loadline.engine.lower;

import org.loadline.engine.nodes.NumberSlots;
import org.loadline.engine.plan.NumberForm;

/** Where a term that has been worked out stands in the frame. */
sealed interface Kept {
  /**
   * @param failing the mark may be a failure
   */
  record Number(NumberForm form, NumberSlots slots, boolean failing) implements Kept {}

  /**
   * @param markSlot where a failure would stand; -1 if it can't fail
   */
  record Flag(int slot, int markSlot) implements Kept {}

  /** An order, which stands there as long as the pass runs. */
  record Order(int slot, boolean failing) implements Kept {}

  record Index(int slot, int markSlot, boolean orNone) implements Kept {}
}
