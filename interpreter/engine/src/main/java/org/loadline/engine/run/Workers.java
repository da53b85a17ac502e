package org.loadline.engine.run;

import org.loadline.engine.load.Searching;

/**
 * Who works on a run: how many threads, what each further one does before and after, how they
 * search and when all stop.
 */
public record Workers(int threads, Runnable enter, Runnable leave, Searching searching) {
  /** The calling thread alone. */
  public static Workers alone() {
    return new Workers(1, () -> {}, () -> {}, Searching.USUAL);
  }

  /** Whether all are to stop. */
  boolean stopped() {
    return searching.limits().stopped().getAsBoolean();
  }
}
