package org.loadline.engine.lower;

import java.util.List;
import org.loadline.engine.code.Slots;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Term;

/** Where a term that has been worked out stands in the frame. */
sealed interface Kept {
  /**
   * @param failing the mark may be a failure
   */
  record Number(NumberForm form, Slots slots, boolean failing) implements Kept {}

  /**
   * @param markSlot where a failure would stand; -1 if it can't fail
   */
  record Flag(int slot, int markSlot) implements Kept {}

  /** An order, which stands there as long as the pass runs. */
  record Order(int slot, boolean failing) implements Kept {}

  /**
   * What values of a scan stood at, for each element of its order.
   *
   * @param values where each is, by its variable
   */
  record Scan(int slot, int orderSlot, List<Term> variables, List<Kept> values) implements Kept {
    public Scan {
      variables = List.copyOf(variables);
      values = List.copyOf(values);
    }
  }

  record Index(int slot, int markSlot, boolean orNone) implements Kept {}
}
