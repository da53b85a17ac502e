package org.loadline.engine.run;

import java.util.function.BooleanSupplier;

/**
 * Who works on a run: how many threads, what each further one does before and after, and when all
 * stop.
 */
public record Workers(int threads, Runnable enter, Runnable leave, BooleanSupplier stopped) {
  /** The calling thread alone. */
  public static Workers alone(BooleanSupplier stopped) {
    return new Workers(1, () -> {}, () -> {}, stopped);
  }
}
