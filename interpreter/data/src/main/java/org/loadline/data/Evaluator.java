package org.loadline.data;

import org.loadline.core.Program;

/** A way to run a program. Every evaluator gives the same results, to the digit and the fault. */
public interface Evaluator {
  /** What reports call it. */
  String name();

  /** Works out every output of the program, within the usual limits. */
  default Results evaluate(Program program, Snapshot snapshot, ParamValues params) {
    return evaluate(program, snapshot, params, RunLimits.USUAL);
  }

  /**
   * Works out every output of the program. Threads may share an evaluator.
   *
   * <p>A run that is stopped is a {@link java.util.concurrent.CancellationException}, one with a
   * search beyond its limit a {@link SearchBeyondLimit}. What the run may work out is for the
   * caller to compare.
   */
  Results evaluate(Program program, Snapshot snapshot, ParamValues params, RunLimits limits);
}
