package org.loadline.engine.run;

import java.util.function.BooleanSupplier;
import org.loadline.engine.load.Searching;

/**
 * Who works on a run: how many threads, who they are, what each further one does before and after,
 * when all stop, and how they search.
 */
public record Workers(
    int threads,
    Helpers helpers,
    Runnable enter,
    Runnable leave,
    BooleanSupplier stopped,
    Searching searching) {
  private static final Helpers NOBODY = new Helpers();

  /** The calling thread alone. */
  public static Workers alone(BooleanSupplier stopped) {
    return new Workers(1, NOBODY, () -> {}, () -> {}, stopped, Searching.USUAL);
  }
}
