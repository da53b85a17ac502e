package org.loadline.engine.run;

import java.util.Optional;
import org.loadline.core.Output;
import org.loadline.core.Program;
import org.loadline.data.Fault;
import org.loadline.data.Outcome;
import org.loadline.data.ParamValues;
import org.loadline.data.RowAt;
import org.loadline.data.RunLimits;
import org.loadline.data.SearchBeyondLimit;
import org.loadline.data.Snapshot;
import org.loadline.reference.Evaluation;
import org.loadline.values.Value;

/**
 * Asks the reference evaluator why a cell is a fault.
 *
 * <p>It tries every point of a search, which may take far longer than finding out that there is
 * none; beyond the limit of the run, that is what is said of the cell.
 */
final class FaultWording implements EngineColumn.Words {
  private final Program program;
  private final Snapshot snapshot;
  private final ParamValues params;
  private final RunLimits limits;
  private Optional<Evaluation> evaluation = Optional.empty();

  FaultWording(Program program, Snapshot snapshot, ParamValues params, long tries) {
    this.limits = new RunLimits(Long.MAX_VALUE, tries, () -> false);
    this.program = program;
    this.snapshot = snapshot;
    this.params = params;
  }

  @Override
  public synchronized Fault fault(Output output, int row) {
    if (evaluation.isEmpty()) {
      evaluation = Optional.of(new Evaluation(program, snapshot, params, limits));
    }
    Optional<RowAt> at = output.owner().map(owner -> new RowAt(owner, row));
    return switch (outcome(evaluation.get(), output, at)) {
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

  private static Outcome outcome(Evaluation evaluation, Output output, Optional<RowAt> at) {
    try {
      return evaluation.fact(output.fact(), at);
    } catch (SearchBeyondLimit beyond) {
      return new Outcome.Faulted(new Fault(beyond.what(), Optional.of(output.fact()), at));
    }
  }
}
