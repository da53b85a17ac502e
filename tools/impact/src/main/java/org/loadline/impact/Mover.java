package org.loadline.impact;

import java.util.List;
import java.util.Optional;

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
   * {@code note} says what decided where that is another: the row of a table, the arm of a
   * decision, the formula. {@code change} is the id of the change that makes it so by itself, empty
   * for what only reads other values. {@code place} is the line of that change, or else the line
   * that works the value out: {@code policy.risk:12}.
   */
  public record Cause(
      int depth,
      String label,
      String before,
      String after,
      String note,
      Optional<String> change,
      String place) {}
}
