package org.loadline.engine.load;

import org.loadline.data.RunLimits;

/**
 * How searches run.
 *
 * @param way the way that all of them go
 * @param limits how often one search may work its condition out, at a point or over a stretch of
 *     points, and when it is stopped; so it is for searches that the reference evaluator makes
 */
public record Searching(Way way, RunLimits limits) {
  public static final Searching USUAL = new Searching(Way.USUAL, RunLimits.USUAL);

  /** All find the same point; only tests ask for one of them. */
  public enum Way {
    /** From edge to edge, and by halving from the first point on at which nothing else helps. */
    USUAL,
    /** From one edge to the next, which may be the next point. */
    EDGES,
    /** By halving what remains until it is known of every point in it. */
    HALVES,
    /** Each point by itself. */
    POINTS
  }
}
