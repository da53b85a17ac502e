package org.loadline.engine.load;

import java.util.Optional;
import org.loadline.core.FactRef;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Width;

/** How the cells of a column are held. {@code mayFault}: a cell may be a fault, or not be given. */
public sealed interface ColumnForm {
  boolean mayFault();

  /**
   * Columns whose cells stand in one array, those of a row side by side, so that who reads several
   * of a row finds them together.
   *
   * @param first the column that the array is called after
   * @param size how many columns there are
   * @param place which of them this is
   */
  record Bundle(FactRef first, int size, int place) {}

  /**
   * Numbers. {@code mayExceed}: a cell may be too large for the form and kept beside it.
   *
   * @param bundle the columns that it stands among; those have 64 bits and no marks
   */
  record OfNumbers(NumberForm form, boolean mayFault, boolean mayExceed, Optional<Bundle> bundle)
      implements ColumnForm {
    public OfNumbers(NumberForm form, boolean mayFault, boolean mayExceed) {
      this(form, mayFault, mayExceed, Optional.empty());
    }

    /** The same, standing among others. */
    public OfNumbers in(Bundle among) {
      return new OfNumbers(form, mayFault, mayExceed, Optional.of(among));
    }

    /** Whether all there is of a cell is a number of 64 bits. */
    public boolean isPlain() {
      return !hasMarks() && !form.isFraction() && form.width() == Width.LONG;
    }

    /** Whether a mark stands beside each number. */
    public boolean hasMarks() {
      return mayFault || mayExceed || form.isMarked();
    }
  }

  /** Places; -1 for {@code none}. */
  record OfPlaces(boolean mayFault, boolean orNone) implements ColumnForm {}
}
