package org.loadline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.core.Program;
import org.loadline.data.Outcome;
import org.loadline.data.OutputColumn;
import org.loadline.data.ParamValues;
import org.loadline.data.Results;
import org.loadline.mandate.Workings;
import org.loadline.reference.ReferenceEvaluator;

/** Works out the conditions of envelopes by the reference evaluator, on no data. */
final class ReferenceWorkings implements Workings {
  @Override
  public List<List<Worked>> outputs(Program program) {
    Results results =
        new ReferenceEvaluator()
            .evaluate(program, Words.noRows(program), ParamValues.written(program));
    List<List<Worked>> outputs = new ArrayList<>();
    for (OutputColumn column : results.columns()) {
      List<Worked> rows = new ArrayList<>();
      for (int row = 0; row < column.size(); row++) {
        rows.add(
            switch (column.outcome(row)) {
              case Outcome.Known(var value) -> new Worked(Optional.of(value), "");
              case Outcome.Faulted(var fault) ->
                  new Worked(Optional.empty(), fault.what().message());
            });
      }
      outputs.add(rows);
    }
    return outputs;
  }
}
