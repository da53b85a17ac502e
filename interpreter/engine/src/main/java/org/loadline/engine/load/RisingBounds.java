package org.loadline.engine.load;

import org.loadline.engine.nodes.Mark;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Width;

/** Whether numbers rise from row to row within each owner; {@code none} may come first. */
final class RisingBounds {
  private RisingBounds() {}

  static boolean rise(LoadedColumn column, int[] starts, int[] rows) {
    if (!(column.form()
            instanceof
            ColumnForm.OfNumbers(NumberForm form, boolean fault, boolean exceed, var bundle))
        || form.width() != Width.LONG) {
      return false;
    }
    long[] bounds = (long[]) column.part(DataKey.Part.LOW);
    byte[] marks = (byte[]) column.part(DataKey.Part.MARKS);
    for (int owner = 0; owner + 1 < starts.length; owner++) {
      for (int at = starts[owner] + 1; at < starts[owner + 1]; at++) {
        boolean missing = marks.length > 0 && marks[rows[at]] != Mark.PRESENT;
        boolean first = marks.length > 0 && marks[rows[at - 1]] == Mark.NONE;
        if (missing || !(first || bounds[rows[at - 1]] < bounds[rows[at]])) {
          return false;
        }
      }
    }
    return true;
  }
}
