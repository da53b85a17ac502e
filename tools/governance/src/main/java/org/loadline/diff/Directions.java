package org.loadline.diff;

import java.util.List;

/** Says of a change which way it moves each requirement and each allowance. */
@FunctionalInterface
public interface Directions {
  /** Says nothing of any change. */
  Directions NONE = (difference, change) -> List.of();

  /**
   * The effects on the declared outputs that the change reaches, in the order of {@link
   * Reach#outputs()}; an output in no role has none. Effects of the changes of {@code difference}
   * are not yet known.
   */
  List<Effect> of(Difference difference, Change change);
}
