package org.loadline.values;

import java.util.Optional;

/** What reading a piece of data as a number, date, instant or duration gives. */
public sealed interface Reading {
  /** The value that was read. */
  record Of(Exact number) implements Reading {}

  /** Why there is no value. */
  enum Unread implements Reading {
    /**
     * The text is not written the way such a value is written, or names no existing day or time.
     */
    MALFORMED,
    /** The text could be such a value, but it has more digits than a policy may hold. */
    TOO_LONG
  }

  /** Returns the value, if there is one. */
  default Optional<Exact> value() {
    return switch (this) {
      case Of(Exact number) -> Optional.of(number);
      case Unread unread -> Optional.empty();
    };
  }
}
