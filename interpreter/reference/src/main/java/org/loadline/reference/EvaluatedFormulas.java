package org.loadline.reference;

import java.util.Optional;
import org.loadline.core.Program;
import org.loadline.data.ParamValues;
import org.loadline.data.RowFormulas;
import org.loadline.data.Snapshot;

/** Works keys of groups out while a snapshot is made; they read no param. */
public final class EvaluatedFormulas implements RowFormulas {
  @Override
  public Rows on(Program program, Snapshot snapshot) {
    Evaluation evaluation = new Evaluation(program, snapshot, ParamValues.written(program));
    return (formula, slots, row) -> evaluation.expression(formula, slots, Optional.of(row));
  }
}
