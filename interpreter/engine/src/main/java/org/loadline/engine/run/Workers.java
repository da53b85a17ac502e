package org.loadline.engine.run;

import org.loadline.engine.load.Searching;

/**
 * Who works on a run: how many threads, who they are, what each further one does before and after,
 * how they search and when all stop.
 */
public record Workers(
    int threads, Helpers helpers, Runnable enter, Runnable leave, Searching searching) {
  private static final Helpers NOBODY = new Helpers();

  /** The calling thread alone. */
  public static Workers alone() {
    return new Workers(1, NOBODY, () -> {}, () -> {}, Searching.USUAL);
  }

  /** Whether all are to stop. */
  boolean stopped() {
    return searching.limits().stopped().getAsBoolean();
  }
}
