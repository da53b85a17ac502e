package org.loadline.impact;

import org.loadline.model.ParamRef;
import org.loadline.values.Exact;

/**
 * Values that a param of the new policy is tried at: from one to another in so many equal steps.
 */
public record Along(ParamRef param, Exact from, Exact to, int steps) {
  /** The value after a number of steps. */
  Exact at(int step) {
    return from.plus(to.minus(from).times(Exact.ofFraction(step, steps)));
  }
}
