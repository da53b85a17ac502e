package org.loadline.diff;

import java.util.List;
import java.util.Optional;
import org.loadline.meaning.Subject;

/**
 * One thing that differs between two policies.
 *
 * <p>It is as small as can be taken over by itself: one cell, one step, one field. {@code id} is
 * {@code c1}, {@code c2}, … in the order of reading. {@code subject} is the definition as the new
 * policy calls it, or the old policy if only that has it. {@code before} and {@code after} are the
 * changed part as written: empty where there was none, or none is left. {@code effects} has one
 * entry for each requirement and allowance that it reaches.
 */
public record Change(
    String id,
    Subject subject,
    Edit edit,
    Optional<Wording> before,
    Optional<Wording> after,
    Reach reach,
    List<Effect> effects) {
  public Change {
    effects = List.copyOf(effects);
  }

  /** The same change with what is known of its directions. */
  Change with(List<Effect> known) {
    return new Change(id, subject, edit, before, after, reach, known);
  }

  /**
   * All its effects as one: what they agree on; {@link Direction#NEUTRAL} if there are none, {@link
   * Direction#UNKNOWN} if they differ.
   */
  public Direction direction() {
    List<Direction> all =
        effects.stream()
            .map(Effect::direction)
            .filter(d -> d != Direction.NEUTRAL)
            .distinct()
            .toList();
    return switch (all.size()) {
      case 0 -> Direction.NEUTRAL;
      case 1 -> all.getFirst();
      default -> Direction.UNKNOWN;
    };
  }
}
