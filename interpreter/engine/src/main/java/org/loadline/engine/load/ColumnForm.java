package org.loadline.engine.load;

import org.loadline.engine.plan.NumberForm;

/** How the cells of a column are held. {@code mayFault}: a cell may be a fault, or not be given. */
public sealed interface ColumnForm {
  boolean mayFault();

  /** Numbers. {@code mayExceed}: a cell may be too large for the form and kept beside it. */
  record OfNumbers(NumberForm form, boolean mayFault, boolean mayExceed) implements ColumnForm {
    /** Whether a mark stands beside each number. */
    public boolean hasMarks() {
      return mayFault || mayExceed || form.isMarked();
    }
  }

  /** Places; -1 for {@code none}. */
  record OfPlaces(boolean mayFault, boolean orNone) implements ColumnForm {}
}
