package org.loadline.cli;

import org.loadline.data.Evaluator;
import org.loadline.engine.TruffleEvaluator;
import org.loadline.reference.ReferenceEvaluator;

/** Which evaluator runs a policy; they give the same bytes. */
enum Engine {
  TRUFFLE {
    @Override
    Evaluator evaluator(int threads) {
      return threads == 1 ? TruffleEvaluator.create() : TruffleEvaluator.onThreads(threads);
    }
  },

  /** Has one thread only. */
  REFERENCE {
    @Override
    Evaluator evaluator(int threads) {
      return new ReferenceEvaluator();
    }
  };

  static final int MOST_THREADS = 256;

  abstract Evaluator evaluator(int threads);
}
