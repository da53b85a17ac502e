package org.loadline.benchmarks;

/** One way to work out the policy on a snapshot that it holds in its own natural form. */
interface Contender {
  /** What the table calls it. */
  String name();

  /** What runs its code. */
  String engine();

  /** Works out every account once: what is timed. The result is what {@link #answers} reads. */
  Object run();

  /** {@return what a run gave, in the common form; not timed} */
  Answers answers(Object result);
}
