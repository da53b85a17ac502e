package org.loadline.benchmarks.race;

import java.util.Locale;

/** What is going on, for whoever waits; apart from the results. */
public final class Progress {
  private static final long START = System.nanoTime();

  private Progress() {}

  public static void say(String what) {
    double seconds = (System.nanoTime() - START) / 1e9;
    System.err.println(String.format(Locale.ROOT, "%5.0f s  %s", seconds, what));
  }
}
