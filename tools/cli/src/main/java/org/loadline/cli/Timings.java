package org.loadline.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** How long each phase of a command takes, said on standard error where that is asked for. */
final class Timings {
  private final LoadlineCommand top;
  private final Map<String, Double> milliseconds = new LinkedHashMap<>();

  Timings(LoadlineCommand top) {
    this.top = top;
  }

  /** Does something and says how long it took. */
  <T> T of(String phase, Supplier<T> work) {
    long start = System.nanoTime();
    T made = work.get();
    double taken = (System.nanoTime() - start) / 1e6;
    milliseconds.put(phase, taken);
    if (top.isVerbose()) {
      say(String.format(Locale.ROOT, "%-9s %9.1f ms", phase, taken));
    }
    return made;
  }

  /** How long the phases took, in milliseconds. */
  Map<String, Double> milliseconds() {
    return milliseconds;
  }

  /** Says something, where that is asked for. */
  void say(String text) {
    if (top.isVerbose()) {
      top.console().err().println(text);
    }
  }
}
