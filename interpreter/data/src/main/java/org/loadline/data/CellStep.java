package org.loadline.data;

import java.math.BigInteger;
import java.util.Optional;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.values.Exact;

/** The step that the whole numbers of a cell count, in a loaded snapshot. */
public final class CellStep {
  private CellStep() {}

  /** The step; empty if the field has none, or what holds it does not say it for this row. */
  public static Optional<Exact> of(
      Snapshot snapshot, Optional<EntityRef> entity, Field field, int row) {
    StepSource steps = StepSource.of((ColumnSnapshot) snapshot, entity, field, row);
    if (steps.none()) {
      return Optional.empty();
    }
    return switch (steps.at(row)) {
      case Step.Of(long unscaled, int scale) ->
          Optional.of(Exact.ofUnscaled(BigInteger.valueOf(unscaled), scale));
      case Step.Wide(Exact size) -> Optional.of(size);
      case Step.Unknown unknown -> Optional.empty();
      case Step.Wrong wrong -> Optional.empty();
    };
  }
}
