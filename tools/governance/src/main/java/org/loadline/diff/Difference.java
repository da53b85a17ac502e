package org.loadline.diff;

import java.util.List;
import java.util.Optional;
import org.loadline.core.Program;

/**
 * What differs in meaning between two policies, in the order in which a reader would want it.
 *
 * <p>Layout, comments, the order of definitions and the names of locals are no meaning. Neither is
 * what a definition reads: a change stands once, where it was made, and says what it reaches.
 */
public record Difference(Program before, Program after, List<Change> changes) {
  public Difference {
    changes = List.copyOf(changes);
  }

  /** What differs between an old and a new policy. */
  public static Difference between(Program before, Program after) {
    return Comparison.of(before, after, new ProvedDirections());
  }

  /** Whether the two mean the same. */
  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /** The change of that id. */
  public Optional<Change> change(String id) {
    return changes.stream().filter(c -> c.id().equals(id)).findFirst();
  }
}
