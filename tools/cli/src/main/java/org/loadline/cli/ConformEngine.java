package org.loadline.cli;

import java.util.List;
import org.loadline.data.Evaluator;

/** Which evaluators work published cases out. */
enum ConformEngine {
  TRUFFLE {
    @Override
    List<Evaluator> evaluators() {
      return List.of(Engine.TRUFFLE.evaluator(1));
    }
  },
  REFERENCE {
    @Override
    List<Evaluator> evaluators() {
      return List.of(Engine.REFERENCE.evaluator(1));
    }
  },

  /** Both, and they must agree. */
  BOTH {
    @Override
    List<Evaluator> evaluators() {
      return List.of(Engine.REFERENCE.evaluator(1), Engine.TRUFFLE.evaluator(1));
    }
  };

  abstract List<Evaluator> evaluators();
}
