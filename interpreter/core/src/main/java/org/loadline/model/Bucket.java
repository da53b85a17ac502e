package org.loadline.model;

import java.util.Optional;
import org.loadline.values.Exact;

/**
 * What entries of a waterfall may do with an input that has a step.
 *
 * <p>An entry that lowers it leaves at least {@code floor}, if it has one. {@code side} is empty
 * where the policy does not say it; such an input may only be moved from and to, and counts as a
 * holding.
 */
public record Bucket(Optional<Exact> floor, Optional<Side> side) {
  /** What an input with a step is unless its declaration says more: never lowered below zero. */
  public static final Bucket PLAIN = new Bucket(Optional.of(Exact.ZERO), Optional.empty());

  /** Whose it is: an amount that is held, or one that is owed. */
  public enum Side {
    HOLDS,
    OWES
  }

  public boolean owes() {
    return side.equals(Optional.of(Side.OWES));
  }
}
