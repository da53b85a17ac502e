package org.loadline.snapshot;

/** One value of a result as it is written. */
sealed interface ResultCell {
  /**
   * A number to the last place, a name, a date: text in every format, since JSON has no decimals.
   */
  record Written(String text) implements ResultCell {}

  record Flag(boolean value) implements ResultCell {}

  record None() implements ResultCell {}

  /** There is no value; the code says why. */
  record Faulted(String code) implements ResultCell {}
}
