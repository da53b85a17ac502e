package org.loadline.api;

import org.loadline.data.Evaluator;
import org.loadline.engine.TruffleEvaluator;
import org.loadline.reference.ReferenceEvaluator;

/** The ways to run a policy. All give the same results, to the digit and the fault. */
public final class Engines {
  private Engines() {}

  /** Rule by rule, slowly, without preparation: for small data, and to judge others by. */
  public static Evaluator reference() {
    return new ReferenceEvaluator();
  }

  /**
   * Compiled while it runs, where the JVM can: {@link TruffleEvaluator#engineName} says. Make one
   * and share it; it keeps what it compiled. Close it when the process goes on without it.
   */
  public static TruffleEvaluator truffle() {
    return TruffleEvaluator.create();
  }

  /** As {@link #truffle()}, with the rows of each step spread over threads. */
  public static TruffleEvaluator truffle(int threads) {
    return TruffleEvaluator.onThreads(threads);
  }
}
