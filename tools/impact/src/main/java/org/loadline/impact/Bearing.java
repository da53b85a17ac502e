package org.loadline.impact;

import java.util.List;
import java.util.Optional;

/**
 * What a waterfall does with losses under both policies, and who bears them.
 *
 * <p>Rows are counted under the old and under the new policy. {@code loss} is there if the
 * waterfall covers one.
 */
public record Bearing(
    String waterfall,
    String entity,
    Rows before,
    Rows after,
    Optional<Loss> loss,
    List<Moved> moved) {
  public Bearing {
    moved = List.copyOf(moved);
  }

  /** How many rows met with what; {@code unserved} could not be judged. */
  public record Rows(
      int over, int served, int refused, int faulted, int unserved, boolean stopped) {
    public static final Rows NONE = new Rows(0, 0, 0, 0, 0, false);
  }

  /** The losses, what each step absorbs of them, and what is left. */
  public record Loss(
      String fact, String unit, Shift loss, List<Absorbed> steps, String remainder, Shift left) {
    public Loss {
      steps = List.copyOf(steps);
    }
  }

  /** What one step absorbs. */
  public record Absorbed(String step, Shift amount) {}

  /**
   * What goes from one input to another in a step: {@code entry} is {@code move}, {@code share},
   * {@code cancel} or {@code raise}. {@code amount} is empty if its unit belongs to a row.
   */
  public record Moved(
      String step,
      String entry,
      String from,
      String to,
      String unit,
      Optional<Shift> amount,
      int entriesBefore,
      int entriesAfter) {}
}
