package org.loadline.api;

import java.util.ArrayList;
import java.util.List;
import org.loadline.data.Evaluator;
import org.loadline.data.OutputColumn;
import org.loadline.data.PolicyState;
import org.loadline.data.Results;
import org.loadline.data.StateKeeping;
import org.loadline.model.EntityRef;

/** What one run gave: facts of the whole by name, and rows of facts by entity. */
public final class PolicyResults {
  private final Results results;
  private final Evaluator evaluator;

  PolicyResults(Results results, Evaluator evaluator) {
    this.results = results;
    this.evaluator = evaluator;
  }

  /**
   * What the policy's states are now, to be handed to the next run. A row with a fault in one of
   * its states keeps what it had.
   */
  public PolicyState state() {
    return StateKeeping.next(results, evaluator);
  }

  /** All columns, in the order of the report. */
  public Results columns() {
    return results;
  }

  /** A fact of the whole; a name that is not reported is an {@link IllegalArgumentException}. */
  public Cell cell(String fact) {
    for (OutputColumn column : results.columns()) {
      if (column.output().owner().isEmpty() && column.output().fact().name().equals(fact)) {
        return new Cell(results, column.output(), column.outcome(0));
      }
    }
    throw new IllegalArgumentException("`" + fact + "` is not reported.");
  }

  /** The rows of an entity; one without reported facts is an {@link IllegalArgumentException}. */
  public ResultRows rows(String entity) {
    List<OutputColumn> columns = new ArrayList<>();
    for (OutputColumn column : results.columns()) {
      if (column.output().owner().filter(o -> o.name().equals(entity)).isPresent()) {
        columns.add(column);
      }
    }
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("Nothing is reported of `" + entity + "`.");
    }
    EntityRef ref = columns.getFirst().output().owner().orElseThrow();
    return new ResultRows(results, ref, columns);
  }
}
