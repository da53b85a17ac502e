package org.loadline.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.core.Program;
import org.loadline.data.ChangedCell;
import org.loadline.data.Column;
import org.loadline.data.WorkingSnapshot;
import org.loadline.model.Bucket;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.RowPath;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.source.Span;
import org.loadline.values.Exact;
import org.loadline.values.Value;

/**
 * Checks that entries make and lose nothing: for each unit, and the row that it belongs to,
 * holdings less obligations are the same before and after.
 *
 * <p>It adds up what the cells held and hold, and does not look at what the entry says it moved. A
 * breach is a bug of Loadline, never of a policy or its data.
 */
final class Conservation {
  private final Program program;
  private final WorkingSnapshot snapshot;

  /** A unit with the rows that its parts belong to. */
  private record Measure(List<Part> parts) {}

  private record Part(String unit, int exponent, String row) {}

  Conservation(Program program, WorkingSnapshot snapshot) {
    this.program = program;
    this.snapshot = snapshot;
  }

  /** What the cells hold now. */
  Map<ChangedCell, Optional<Value>> held(Iterable<ChangedCell> cells) {
    Map<ChangedCell, Optional<Value>> held = new HashMap<>();
    cells.forEach(cell -> held.put(cell, snapshot.value(cell)));
    return held;
  }

  /** Compares what the cells held with what they hold now. */
  void check(Map<ChangedCell, Optional<Value>> before, Span entry) {
    Map<Measure, Exact> sums = new HashMap<>();
    before.forEach(
        (cell, held) -> {
          Field field = field(cell);
          Exact change = number(snapshot.value(cell)).minus(number(held));
          boolean owes = field.bucket().filter(Bucket::owes).isPresent();
          sums.merge(measure(cell, field), owes ? change.negate() : change, Exact::plus);
        });
    sums.forEach(
        (measure, sum) -> {
          if (sum.signum() != 0) {
            throw new IllegalStateException(
                "the entry at " + entry.place() + " makes " + sum + " of " + measure);
          }
        });
  }

  private static Exact number(Optional<Value> value) {
    return value.orElse(Exact.ZERO) instanceof Exact number ? number : Exact.ZERO;
  }

  private Field field(ChangedCell cell) {
    return cell.entity().isPresent()
        ? program.entity(cell.entity().get()).fields().get(cell.field())
        : program.system().get(cell.field());
  }

  private Measure measure(ChangedCell cell, Field field) {
    Unit unit =
        field.type().present() instanceof Type.Quantity(Unit of, var form, var unlimited)
            ? of
            : Unit.ONE;
    List<Part> parts = new ArrayList<>();
    for (Unit.Factor factor : unit.factors()) {
      String row = factor.owner().map(path -> row(cell, path)).orElse("");
      parts.add(new Part(factor.name(), factor.exponent(), row));
    }
    return new Measure(parts);
  }

  /** The row at the end of a path of references from the cell's own row. */
  private String row(ChangedCell cell, RowPath path) {
    EntityRef at = cell.entity().orElseThrow();
    int row = cell.row();
    for (String reference : path.references()) {
      Entity entity = program.entity(at);
      Field field = entity.field(reference).orElseThrow();
      Column column = snapshot.column(at, field.index(), 0);
      if (column.marks().isNone(row) || column.marks().isAbsent(row)) {
        return "none";
      }
      row = ((Column.Indices) column).indices()[row];
      at = ((Type.RowOf) field.type().present()).entity();
    }
    return at.index() + ":" + row;
  }
}
