package org.loadline.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.loadline.core.Program;
import org.loadline.data.Outcome;
import org.loadline.data.OutputColumn;
import org.loadline.data.ParamValues;
import org.loadline.data.Results;
import org.loadline.data.Snapshot;
import org.loadline.engine.plan.Effort;
import org.loadline.reference.ReferenceEvaluator;

/** Holds every effort of the engine, and several threads, against the reference evaluator. */
final class Agreement {
  private static final List<TruffleEvaluator> ENGINES =
      List.of(
          TruffleEvaluator.beginningWith(Effort.NARROW, 1),
          TruffleEvaluator.beginningWith(Effort.WIDE, 1),
          TruffleEvaluator.beginningWith(Effort.QUAD, 1),
          TruffleEvaluator.beginningWith(Effort.EXACT, 1),
          TruffleEvaluator.beginningWith(Effort.WIDE, 3));

  private Agreement() {}

  /** Runs all, and returns what the reference says: one line for each output and row. */
  static List<String> of(Program program, Snapshot snapshot) {
    return of(program, snapshot, ParamValues.written(program));
  }

  static List<String> of(Program program, Snapshot snapshot, ParamValues params) {
    List<String> judged = lines(new ReferenceEvaluator().evaluate(program, snapshot, params));
    for (TruffleEvaluator engine : ENGINES) {
      Results results = engine.evaluate(program, snapshot, params);
      List<String> found = lines(results);
      for (int i = 0; i < judged.size(); i++) {
        assertEquals(judged.get(i), found.get(i), "engine " + ENGINES.indexOf(engine));
      }
      assertEquals(judged.size(), found.size());
    }
    return judged;
  }

  static List<String> lines(Results results) {
    List<String> lines = new ArrayList<>();
    for (OutputColumn column : results.columns()) {
      for (int row = 0; row < column.size(); row++) {
        lines.add(column.output().name() + " " + row + ": " + text(column.outcome(row)));
      }
    }
    return lines;
  }

  static String text(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Known(var value) -> value.toString();
      case Outcome.Faulted(var fault) -> "fault " + fault.what().code().code();
    };
  }
}
