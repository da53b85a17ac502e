package org.loadline.data;

import org.loadline.core.Program;

/** A way to run a program. Every evaluator gives the same results, to the digit and the fault. */
public interface Evaluator {
  /** What reports call it. */
  String name();

  /** Works out every output of the program. Threads may share an evaluator. */
  Results evaluate(Program program, Snapshot snapshot, ParamValues params);
}
