package org.loadline.cli;

import org.loadline.data.Evaluator;
import org.loadline.reference.ReferenceEvaluator;

/** Which evaluator runs a policy; they give the same bytes. */
enum Engine {
  REFERENCE {
    @Override
    Evaluator evaluator() {
      return new ReferenceEvaluator();
    }
  };

  abstract Evaluator evaluator();
}
