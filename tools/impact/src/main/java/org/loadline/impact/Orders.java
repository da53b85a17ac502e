package org.loadline.impact;

/**
 * How an attribution goes over the orders of changes: all of them up to {@code mostExact} changes,
 * beyond that {@code drawn} orders by a {@code seed}.
 */
public record Orders(int mostExact, int drawn, long seed) {
  /** What is used unless something else is said. */
  public static final Orders USUAL = new Orders(8, 100, 1);
}
