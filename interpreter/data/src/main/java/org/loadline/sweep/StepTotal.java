package org.loadline.sweep;

import java.util.List;
import java.util.Optional;
import org.loadline.model.Type;
import org.loadline.values.Exact;

/**
 * What a step did in one sweep: what it absorbed of the losses, if the waterfall covers one, and
 * how much went where.
 */
public record StepTotal(
    String step, Optional<Exact> absorbed, int rows, int entries, List<Moved> moved) {
  public StepTotal {
    moved = List.copyOf(moved);
  }

  /**
   * Amounts of one kind between two inputs, in the order in which they first occur. An amount whose
   * unit belongs to a row is counted and not added up: amounts of two rows do not add.
   */
  public record Moved(
      Event.Kind kind, String from, String to, Type type, Optional<Exact> amount, int entries) {}
}
