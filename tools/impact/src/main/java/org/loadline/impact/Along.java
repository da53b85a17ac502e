package org.loadline.impact;

import java.util.ArrayList;
import java.util.List;
import org.loadline.diff.Change;
import org.loadline.diff.Difference;
import org.loadline.diff.Edit;
import org.loadline.model.Param;
import org.loadline.model.ParamRef;
import org.loadline.values.Exact;

/**
 * Values that a param of the new policy is tried at: from one to another in so many equal steps.
 */
public record Along(ParamRef param, Exact from, Exact to, int steps) {
  /** From the old to the new value of each param that changes and is a number. */
  public static List<Along> changed(Difference difference, int steps) {
    List<Along> all = new ArrayList<>();
    for (Change change : difference.changes()) {
      if (change.edit() instanceof Edit.ParamValue(Param before, Param after)
          && before.value() instanceof Exact from
          && after.value() instanceof Exact to) {
        all.add(new Along(after.ref(), from, to, steps));
      }
    }
    return all;
  }

  /** The value after a number of steps. */
  Exact at(int step) {
    return from.plus(to.minus(from).times(Exact.ofFraction(step, steps)));
  }
}
