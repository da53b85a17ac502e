package org.loadline.engine.solve;

import java.util.List;
import org.loadline.engine.plan.Term;

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

  /** Elements in an order. */
  record OfOrder(int[] elements) implements Held {}

  /**
   * What values of a scan stood at before each element of its order, and at last.
   *
   * @param stood for each place, in the order of {@code variables}
   */
  record OfTrail(int[] elements, List<Term> variables, List<List<Held>> stood) implements Held {}

  /** A value of a scan that could not be worked out. */
  record Failed() implements Held {}

  Held MISSING = new Missing();
  Held ENDLESS = new Endless();
  Held FAILED = new Failed();
}
