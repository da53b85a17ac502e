package org.loadline.generated;

import java.util.Optional;
import org.loadline.core.Program;
import org.loadline.data.Evaluator;
import org.loadline.data.Loading;
import org.loadline.data.ParamValues;
import org.loadline.data.Snapshot;
import org.loadline.generated.Cells.Difference;

/** Two evaluators on the same rows: what a policy gives must not tell them apart. */
record Evaluators(Evaluator judge, Evaluator other) {

  /** The first cell on which they differ, in its words too; one that throws differs everywhere. */
  Optional<Difference> differ(Program program, MadeSnapshot made) {
    Loading loading = made.load(program);
    if (loading.snapshot().isEmpty()) {
      return Optional.empty();
    }
    Snapshot snapshot = loading.snapshot().get();
    ParamValues params = made.params(program);
    Cells first = cells(judge, program, snapshot, params);
    return first.firstDifference(cells(other, program, snapshot, params), true);
  }

  /** The first cell that differs when rows are added in another order. */
  Optional<Difference> differWhenShuffled(Program program, MadeSnapshot made, Draw draw) {
    Loading one = made.load(program);
    Loading two = made.shuffled(draw).load(program);
    if (one.snapshot().isEmpty() || two.snapshot().isEmpty()) {
      return Optional.empty();
    }
    ParamValues params = made.params(program);
    return cells(other, program, one.snapshot().get(), params)
        .firstDifference(cells(other, program, two.snapshot().get(), params), true);
  }

  static Cells cells(Evaluator evaluator, Program program, Snapshot snapshot, ParamValues params) {
    try {
      return Cells.of(evaluator.evaluate(program, snapshot, params));
    } catch (RuntimeException | StackOverflowError failure) {
      return Cells.thrown(failure);
    }
  }
}
