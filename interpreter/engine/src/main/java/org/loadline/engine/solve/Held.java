package org.loadline.engine.solve;

/** A value over a piece. */
sealed interface Held {
  record OfNumber(Ratio number) implements Held {}

  /** A row, a member, a text or an optional flag, by its place; -1 for {@code none}. */
  record OfPlace(int place) implements Held {}

  record OfFlag(boolean holds) implements Held {}

  /** A number that is missing. */
  record Missing() implements Held {}

  /** Above every number. */
  record Endless() implements Held {}

  Held MISSING = new Missing();
  Held ENDLESS = new Endless();
}
