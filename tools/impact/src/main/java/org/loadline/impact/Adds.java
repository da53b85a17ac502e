package org.loadline.impact;

import java.util.Optional;
import org.loadline.core.Output;
import org.loadline.core.Program;
import org.loadline.data.Column;
import org.loadline.data.Snapshot;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.RowPath;
import org.loadline.model.Type;
import org.loadline.model.Unit;

/**
 * How the rows of an output become totals: which are of one unit, and whether these are added up.
 *
 * <p>A unit that belongs to a row is another unit for each such row.
 */
final class Adds {
  private final Unit unit;
  private final Program program;
  private final Snapshot snapshot;
  private final Optional<EntityRef> owner;

  private Adds(Output output, Unit unit, Program program, Snapshot snapshot) {
    this.unit = unit;
    this.program = program;
    this.snapshot = snapshot;
    this.owner = output.owner();
  }

  /** Empty if the output is no number. */
  static Optional<Adds> of(Output output, Program program, Snapshot snapshot) {
    return output.type().present() instanceof Type.Quantity(Unit unit, var form, var unlimited)
        ? Optional.of(new Adds(output, unit, program, snapshot))
        : Optional.empty();
  }

  /** How the rows of a number become one. */
  static Total.Kind kind(Output output) {
    if (output.owner().isEmpty()) {
      return Total.Kind.VALUE;
    }
    return output.type().present() instanceof Type.Quantity(Unit unit, var form, var unlimited)
            && unit.factors().size() == 1
            && unit.factors().getFirst().exponent() == 1
            && !unit.equals(Unit.TIME)
        ? Total.Kind.SUM
        : Total.Kind.MEAN;
  }

  /** Whether every row has the same unit. */
  boolean isOneUnit() {
    return unit.factors().stream().allMatch(f -> f.owner().isEmpty()) || owner.isEmpty();
  }

  /** The unit of a row: {@code USD}, {@code base of BTC}. */
  String unit(int row) {
    if (isOneUnit()) {
      return unit.toString();
    }
    StringBuilder rows = new StringBuilder();
    for (Unit.Factor factor : unit.factors()) {
      factor
          .owner()
          .ifPresent(path -> rows.append(rows.isEmpty() ? " of " : ", ").append(row(path, row)));
    }
    return unit + rows.toString();
  }

  /** The identity of the row that a unit belongs to. */
  private String row(RowPath path, int start) {
    EntityRef at = owner.orElseThrow();
    int row = start;
    for (String reference : path.references()) {
      Field field = program.entity(at).field(reference).orElseThrow();
      Column column = snapshot.column(at, field.index(), 0);
      if (column.marks().isNone(row) || column.marks().isAbsent(row)) {
        return "none";
      }
      row = ((Column.Indices) column).indices()[row];
      at = ((Type.RowOf) field.type().present()).entity();
    }
    return snapshot.identity(at, row);
  }
}
