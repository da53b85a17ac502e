package org.loadline.engine.run;

import java.util.Optional;
import org.loadline.core.Output;
import org.loadline.core.Program;
import org.loadline.data.Fault;
import org.loadline.data.Outcome;
import org.loadline.data.ParamValues;
import org.loadline.data.RowAt;
import org.loadline.data.Snapshot;
import org.loadline.reference.Evaluation;
import org.loadline.values.Value;

/** Asks the reference evaluator why a cell is a fault. */
final class FaultWording implements EngineColumn.Words {
  private final Program program;
  private final Snapshot snapshot;
  private final ParamValues params;
  private Optional<Evaluation> evaluation = Optional.empty();

  FaultWording(Program program, Snapshot snapshot, ParamValues params) {
    this.program = program;
    this.snapshot = snapshot;
    this.params = params;
  }

  @Override
  public synchronized Fault fault(Output output, int row) {
    if (evaluation.isEmpty()) {
      evaluation = Optional.of(new Evaluation(program, snapshot, params));
    }
    Optional<RowAt> at = output.owner().map(owner -> new RowAt(owner, row));
    return switch (evaluation.get().fact(output.fact(), at)) {
      case Outcome.Faulted(Fault fault) -> fault;
      case Outcome.Known(Value value) ->
          throw new IllegalStateException(
              "the engine has a fault where the reference has "
                  + value
                  + ": "
                  + output.name()
                  + ", row "
                  + row);
    };
  }
}
