package org.loadline.model;

import java.util.List;
import org.loadline.values.Exact;

/** What the whole numbers of a snapshot's column are multiplied by. */
public sealed interface StepRule {
  /** One step for the whole column. */
  record Fixed(Exact step) implements StepRule {}

  /**
   * A step for each row: over references to a field that holds it, the last of {@code fields}; each
   * is an index into the fields of the entity reached so far. {@code places}: the field holds a
   * number of decimal places instead.
   */
  record ByRow(List<Integer> fields, boolean places) implements StepRule {
    public ByRow {
      fields = List.copyOf(fields);
    }
  }
}
