package org.loadline.impact;

import java.util.List;

/**
 * A row whose first requirement or allowance changes much, and why.
 *
 * <p>{@code why} are the values on the way that differ, the nearest to the reported value first.
 */
public record Mover(
    String entity, String row, String output, String unit, Shift amount, List<Cause> why) {
  public Mover {
    why = List.copyOf(why);
  }

  /**
   * A value on the way that is another, or is made otherwise.
   *
   * <p>{@code depth} counts from 0. A side is empty if the value is read under one policy only.
   * {@code place} is the line that says it, in the new policy if that has one: {@code
   * policy.risk:12}. {@code note} says what decided: the row of a table, the arm of a decision.
   */
  public record Cause(
      int depth, String label, String before, String after, String place, String note) {}
}
