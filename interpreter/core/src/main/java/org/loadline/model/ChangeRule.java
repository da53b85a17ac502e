package org.loadline.model;

import java.util.List;
import java.util.Optional;
import org.loadline.values.Exact;

/**
 * How governance may change a param or a column.
 *
 * <p>{@code most} is in the param's unit, or a share of its value if {@code ofItsValue}. {@code
 * period} is in seconds. {@code together} names what must change in the same proposal: a param by
 * its name, a column with its table, as in {@code tiers.rate}.
 */
public record ChangeRule(
    Optional<Exact> most,
    boolean ofItsValue,
    Optional<Clock> clock,
    Beyond beyond,
    boolean neverToZero,
    List<String> together) {
  public static final ChangeRule FREE =
      new ChangeRule(Optional.empty(), false, Optional.empty(), Beyond.REFUSED, false, List.of());

  public ChangeRule {
    together = List.copyOf(together);
  }

  /** The same rule that also moves with others. */
  public ChangeRule with(List<String> others) {
    return new ChangeRule(most, ofItsValue, clock, beyond, neverToZero, others);
  }

  /** Once in a period, or in any window of that length. */
  public record Clock(boolean slidingWindow, Exact period) {}

  /** What becomes of a change beyond the limit. */
  public enum Beyond {
    REFUSED,
    CLIPPED
  }
}
