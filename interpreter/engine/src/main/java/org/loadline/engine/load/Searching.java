package org.loadline.engine.load;

/**
 * How searches run.
 *
 * @param way the way that all of them go
 * @param most the most times that one search may work its condition out, at a point or over a
 *     stretch of points; beyond that the run ends with a {@link
 *     org.loadline.data.SearchBeyondLimit}
 */
public record Searching(Way way, long most) {
  /** What a search may cost unless a host says otherwise. */
  public static final long USUAL_MOST = 100_000;

  public static final Searching USUAL = new Searching(Way.USUAL, USUAL_MOST);

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
