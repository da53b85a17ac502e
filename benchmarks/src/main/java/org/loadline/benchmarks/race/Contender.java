package org.loadline.benchmarks.race;

import java.util.function.Supplier;

/**
 * One way to work out a policy on a snapshot that it holds in its own natural form.
 *
 * @param <A> answers in the form that all contenders of a race share
 */
public interface Contender<A> {
  /** What the table calls it. */
  String name();

  /** What runs its code. */
  String engine();

  /** Whether it means to be right to the last digit. */
  default boolean isExact() {
    return true;
  }

  /** Works everything out once: what is timed. Bringing it into the shared form is not. */
  Supplier<A> run();
}
