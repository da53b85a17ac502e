package org.loadline.benchmarks.race;

import java.util.function.Function;
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

  /** Whether a run takes so long that one must do: without warming up, the only sample there is. */
  default boolean runsOnce() {
    return false;
  }

  /** Works everything out once: what is timed. Bringing it into the shared form is not. */
  Supplier<A> run();

  /** The same contender, run but once. */
  default Contender<A> once() {
    return mapped(Function.identity(), true);
  }

  /** The same contender, its answers in another form. */
  default <B> Contender<B> map(Function<A, B> form) {
    return mapped(form, runsOnce());
  }

  private <B> Contender<B> mapped(Function<A, B> form, boolean once) {
    Contender<A> mapped = this;
    return new Contender<>() {
      @Override
      public String name() {
        return mapped.name();
      }

      @Override
      public String engine() {
        return mapped.engine();
      }

      @Override
      public boolean isExact() {
        return mapped.isExact();
      }

      @Override
      public boolean runsOnce() {
        return once;
      }

      @Override
      public Supplier<B> run() {
        Supplier<A> answers = mapped.run();
        return () -> form.apply(answers.get());
      }
    };
  }
}
