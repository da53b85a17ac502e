package org.loadline.reference;

import java.util.concurrent.CancellationException;
import org.loadline.data.RunLimits;

/**
 * Counts the formulas that a run works out, in all its worlds together, and asks now and then
 * whether to go on.
 */
final class Meter {
  /** Few enough that a run stops soon, enough that asking costs nothing. */
  private static final int ASKED_EVERY = 1024;

  private final RunLimits limits;
  private int steps;

  Meter(RunLimits limits) {
    this.limits = limits;
  }

  /** A formula is about to be worked out. */
  void step() {
    if (steps == 0 && limits.stopped().getAsBoolean()) {
      throw new CancellationException("the run was stopped");
    }
    steps = (steps + 1) % ASKED_EVERY;
  }

  /** The most times that one search may work its condition out. */
  long tries() {
    return limits.tries();
  }
}
