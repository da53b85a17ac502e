package org.loadline.impact;

import java.util.List;

/**
 * Which rows come to be over the line of a waterfall, on the book as it is.
 *
 * <p>{@code waterfall} names it, {@code entity} whose rows it serves. A row whose guard is a fault
 * is not over the line.
 */
public record Crossing(
    String waterfall, String entity, int over, int overAfter, Crossed newly, Crossed noLonger) {

  /**
   * Rows that cross in one direction: how many, the identities of the first of them in the order of
   * identity, and what the totals of requirements and allowances are over all of them.
   */
  public record Crossed(int count, List<String> first, List<Total> totals) {
    public static final Crossed NONE = new Crossed(0, List.of(), List.of());

    public Crossed {
      first = List.copyOf(first);
      totals = List.copyOf(totals);
    }
  }
}
