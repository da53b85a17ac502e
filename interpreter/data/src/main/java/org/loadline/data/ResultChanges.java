package org.loadline.data;

import java.util.List;
import org.loadline.core.Output;
import org.loadline.core.Program;

/**
 * The reported values that differ between a snapshot and the same rows with changes, in the order
 * of the report; outputs without a difference are left out.
 *
 * <p>A fault that stays a fault is no difference, even if it would be told with other values.
 */
public record ResultChanges(
    Program program, Snapshot before, Snapshot after, List<OfOutput> outputs) {
  public ResultChanges {
    outputs = List.copyOf(outputs);
  }

  /** The rows of one output whose values differ, ascending; row 0 for one of the whole. */
  public interface OfOutput {
    Output output();

    /** How many rows differ. */
    int size();

    /** The row at a place among those that differ. */
    int row(int index);

    Outcome before(int index);

    Outcome after(int index);
  }
}
