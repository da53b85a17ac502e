package org.loadline.engine.run;

import java.util.function.BooleanSupplier;
import org.loadline.engine.load.Searching;

/**
 * Who works on a run: how many threads, what each further one does before and after, when all stop,
 * and how they search.
 */
public record Workers(
    int threads, Runnable enter, Runnable leave, BooleanSupplier stopped, Searching searching) {
  /** The calling thread alone. */
  public static Workers alone(BooleanSupplier stopped) {
    return new Workers(1, () -> {}, () -> {}, stopped, Searching.USUAL);
  }
}
