package org.loadline.impact;

import java.util.Optional;
import org.loadline.values.Exact;

/** An amount under the old policy and under the new one. */
public record Shift(Exact before, Exact after) {
  public static final Shift NOTHING = new Shift(Exact.ZERO, Exact.ZERO);

  /** By how much it rose; below zero if it fell. */
  public Exact change() {
    return after.minus(before);
  }

  /** By how much of the old amount it rose; empty if that was zero. */
  public Optional<Exact> relative() {
    return before.signum() == 0 ? Optional.empty() : Optional.of(change().dividedBy(before.abs()));
  }

  public boolean isChanged() {
    return !before.equals(after);
  }
}
