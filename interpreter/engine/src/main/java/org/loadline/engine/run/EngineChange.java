package org.loadline.engine.run;

import org.loadline.core.Output;
import org.loadline.data.Outcome;
import org.loadline.data.ResultChanges;

/** The rows of an output that differ, with their cells side by side. */
record EngineChange(Output output, int[] rows, EngineColumn cellsBefore, EngineColumn cellsAfter)
    implements ResultChanges.OfOutput {
  @Override
  public int size() {
    return rows.length;
  }

  @Override
  public int row(int index) {
    return rows[index];
  }

  @Override
  public Outcome before(int index) {
    return cellsBefore.outcome(index);
  }

  @Override
  public Outcome after(int index) {
    return cellsAfter.outcome(index);
  }
}
