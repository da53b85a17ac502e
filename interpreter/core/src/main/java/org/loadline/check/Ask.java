package org.loadline.check;

import java.util.Optional;
import org.loadline.model.Type;

/**
 * What the place of a formula asks of it.
 *
 * <p>{@code expected} decides what a bare word means. {@code answered}: an {@code else} answers if
 * a row on the way is missing. {@code rounded}: a rounding word stands directly above.
 */
record Ask(Optional<Type> expected, boolean answered, boolean rounded) {
  static final Ask PLAIN = new Ask(Optional.empty(), false, false);

  static Ask of(Type expected) {
    return new Ask(Optional.of(expected), false, false);
  }

  Ask underRounding() {
    return new Ask(expected, answered, true);
  }

  /** The same for the start of a path: what it leads to is expected, not the start itself. */
  Ask onTheWay() {
    return new Ask(Optional.empty(), answered, false);
  }

  Ask expecting(Optional<Type> type) {
    return new Ask(type, answered, rounded);
  }
}
