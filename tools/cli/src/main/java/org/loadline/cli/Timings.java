package org.loadline.cli;

import java.util.Locale;
import java.util.function.Supplier;

/** How long each phase of a command takes, said on standard error where that is asked for. */
final class Timings {
  private final LoadlineCommand top;

  Timings(LoadlineCommand top) {
    this.top = top;
  }

  /** Does something and says how long it took. */
  <T> T of(String phase, Supplier<T> work) {
    long start = System.nanoTime();
    T made = work.get();
    if (top.isVerbose()) {
      double milliseconds = (System.nanoTime() - start) / 1e6;
      top.console().err().println(String.format(Locale.ROOT, "%-9s %9.1f ms", phase, milliseconds));
    }
    return made;
  }

  /** Says something, where that is asked for. */
  void say(String text) {
    if (top.isVerbose()) {
      top.console().err().println(text);
    }
  }
}
