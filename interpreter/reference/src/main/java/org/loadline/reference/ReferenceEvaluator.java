package org.loadline.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.core.Output;
import org.loadline.core.Program;
import org.loadline.data.Evaluator;
import org.loadline.data.Outcome;
import org.loadline.data.OutputColumn;
import org.loadline.data.ParamValues;
import org.loadline.data.Results;
import org.loadline.data.RowAt;
import org.loadline.data.RunLimits;
import org.loadline.data.Snapshot;

/** Runs a program rule by rule, slowly: the judge of every other evaluator. */
public final class ReferenceEvaluator implements Evaluator {
  @Override
  public String name() {
    return "reference";
  }

  @Override
  public Results evaluate(
      Program program, Snapshot snapshot, ParamValues params, RunLimits limits) {
    Evaluation evaluation = new Evaluation(program, snapshot, params, limits);
    List<OutputColumn> columns = new ArrayList<>();
    for (Output output : program.outputs()) {
      columns.add(column(evaluation, output));
    }
    return new Results(program, snapshot, params, columns);
  }

  private static OutputColumn column(Evaluation evaluation, Output output) {
    List<Outcome> outcomes = new ArrayList<>();
    if (output.owner().isPresent()) {
      int rows = evaluation.snapshot().rowCount(output.owner().get());
      for (int row = 0; row < rows; row++) {
        RowAt at = new RowAt(output.owner().get(), row);
        outcomes.add(evaluation.fact(output.fact(), Optional.of(at)));
      }
    } else {
      outcomes.add(evaluation.fact(output.fact(), Optional.empty()));
    }
    return new Listed(output, List.copyOf(outcomes));
  }

  private record Listed(Output output, List<Outcome> outcomes) implements OutputColumn {
    @Override
    public int size() {
      return outcomes.size();
    }

    @Override
    public Outcome outcome(int row) {
      return outcomes.get(row);
    }
  }
}
