package org.loadline.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.loadline.core.Program;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.InputRef;
import org.loadline.values.Value;

/**
 * Values that are to replace cells of a snapshot, whose rows stay the same rows in the same order.
 *
 * <p>Each is settled as it would be on loading; one that could not be read is refused and changes
 * nothing. What tells rows apart, what orders them and what other fields are measured by cannot be
 * changed: see {@link FixedFields}. For one thread.
 */
public final class SnapshotChanges {
  private final ColumnSnapshot before;
  private final Map<Place, Map<Integer, Value>> values = new LinkedHashMap<>();

  private record Place(Optional<EntityRef> entity, int field, int member) {}

  public SnapshotChanges(Snapshot before) {
    this.before = (ColumnSnapshot) before;
  }

  /** The snapshot with the changes, and the cells that differ in it. */
  public record Changed(Snapshot snapshot, List<ChangedCell> cells) {
    public Changed {
      cells = List.copyOf(cells);
    }
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }

  /**
   * Puts a value in a cell of a field that may change; a number is a quantity. What is wrong with
   * it is returned, and nothing is put then.
   */
  public Optional<InputProblem> put(EntityRef entity, int row, int field, int member, Value value) {
    Entity declared = before.program().entity(entity);
    return put(
        new Place(Optional.of(entity), field, member),
        row,
        declared.fields(),
        Optional.of(declared),
        value);
  }

  /** Puts a system input: see {@link #put}. */
  public Optional<InputProblem> system(InputRef input, Value value) {
    Place place = new Place(Optional.empty(), input.index(), 0);
    return put(place, 0, before.program().system(), Optional.empty(), value);
  }

  private Optional<InputProblem> put(
      Place place, int row, List<Field> fields, Optional<Entity> entity, Value value) {
    Program program = before.program();
    InputRows input = new InputRows(entity, fields, SnapshotBuilder.families(program, fields));
    input.add();
    input.put(0, place.field(), place.member(), value);
    List<InputProblem> problems = new ArrayList<>();
    StepSource steps = StepSource.of(before, place.entity(), fields.get(place.field()), row);
    new Quantities(program, List.of(), problems)
        .settle(input, place.field(), place.member(), steps);
    if (!problems.isEmpty()) {
      return Optional.of(problems.getFirst());
    }
    CellStore cell = input.column(place.field(), place.member());
    values
        .computeIfAbsent(place, p -> new TreeMap<>())
        .put(row, cell.value(0, fields.get(place.field())));
    return Optional.empty();
  }

  /** Makes the snapshot; the one before stays as it is. */
  public Changed apply() {
    List<ChangedCell> cells = new ArrayList<>();
    ColumnSnapshot snapshot = before;
    for (Map.Entry<Place, Map<Integer, Value>> entry : values.entrySet()) {
      Place place = entry.getKey();
      Column column = before.column(place.entity(), place.field(), place.member());
      Map<Integer, Value> differing = new TreeMap<>(entry.getValue());
      differing.entrySet().removeIf(e -> holds(column, e.getKey(), e.getValue()));
      for (int row : differing.keySet()) {
        cells.add(new ChangedCell(place.entity(), place.field(), place.member(), row));
      }
      if (!differing.isEmpty()) {
        snapshot =
            snapshot.with(
                place.entity(),
                place.field(),
                place.member(),
                ColumnChange.with(column, differing),
                differing.keySet());
      }
    }
    return new Changed(snapshot, cells);
  }

  private static boolean holds(Column column, int row, Value value) {
    return !column.marks().isAbsent(row) && column.value(row).equals(value);
  }
}
