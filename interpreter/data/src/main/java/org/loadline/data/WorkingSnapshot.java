package org.loadline.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.loadline.core.Program;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.InputRef;
import org.loadline.values.Exact;
import org.loadline.values.Value;

/**
 * A snapshot that is written into, one cell at a time, and can be taken back to where it was.
 *
 * <p>Columns are copied when they are first written; after that a write costs one cell, but where
 * the column must be widened or a mark changes. Rows can be added, which makes the snapshot anew.
 * For one thread; what reads it must know when it changes.
 */
public final class WorkingSnapshot implements Snapshot {
  private ColumnSnapshot base;
  private Map<Place, Column> own = new LinkedHashMap<>();

  /** The columns as they stand, by entity (0 is the system), field and member. */
  private Column[][][] columns;

  private final List<Undo> undos = new ArrayList<>();

  private record Place(Optional<EntityRef> entity, int field, int member) {}

  /** How one write is taken back. */
  private sealed interface Undo {
    record Cell(Place place, int row, Value before) implements Undo {}

    record Whole(Place place, int row, Column before) implements Undo {}

    record Rows(ColumnSnapshot base, Map<Place, Column> own) implements Undo {}
  }

  public WorkingSnapshot(Snapshot start) {
    this.base = (ColumnSnapshot) start;
    this.columns = columns(base);
  }

  private static Column[][][] columns(ColumnSnapshot base) {
    Program program = base.program();
    Column[][][] columns = new Column[program.entities().size() + 1][][];
    columns[0] = columns(base, Optional.empty(), program.system());
    for (Entity entity : program.entities()) {
      columns[entity.ref().index() + 1] = columns(base, Optional.of(entity.ref()), entity.fields());
    }
    return columns;
  }

  private static Column[][] columns(
      ColumnSnapshot base, Optional<EntityRef> entity, List<Field> fields) {
    List<Integer> members = SnapshotBuilder.families(base.program(), fields);
    Column[][] columns = new Column[fields.size()][];
    for (int field = 0; field < fields.size(); field++) {
      columns[field] = new Column[members.get(field)];
      for (int member = 0; member < members.get(field); member++) {
        columns[field][member] = base.column(entity, field, member);
      }
    }
    return columns;
  }

  private Column put(Place place, Column column) {
    own.put(place, column);
    int entity = place.entity().map(e -> e.index() + 1).orElse(0);
    columns[entity][place.field()][place.member()] = column;
    return column;
  }

  /** The value of a cell; empty if it is absent. */
  public Optional<Value> value(ChangedCell cell) {
    Column column = column(new Place(cell.entity(), cell.field(), cell.member()));
    return column.marks().isAbsent(cell.row())
        ? Optional.empty()
        : Optional.of(column.value(cell.row()));
  }

  /** The step of a cell whose field has one; empty where what holds the step does not say it. */
  public Optional<Exact> step(ChangedCell cell) {
    return CellStep.of(base, cell.entity(), field(cell), cell.row());
  }

  /** What is wrong with a value for a cell, as it would be on loading. */
  public Optional<InputProblem> problem(ChangedCell cell, Value value) {
    SnapshotChanges changes = new SnapshotChanges(base);
    return cell.entity().isPresent()
        ? changes.put(cell.entity().get(), cell.row(), cell.field(), cell.member(), value)
        : changes.system(new InputRef(cell.field(), field(cell).name()), value);
  }

  /** Writes a cell. */
  public void write(ChangedCell cell, Value value) {
    Place place = new Place(cell.entity(), cell.field(), cell.member());
    Column column = own.containsKey(place) ? column(place) : put(place, copy(base, place));
    Marks marks = column.marks();
    int row = cell.row();
    boolean plain = !marks.isAbsent(row) && !marks.isNone(row) && !marks.isUnlimited(row);
    Value before = plain ? column.stored(row) : value;
    if (plain && ColumnCells.store(column, row, value)) {
      undos.add(new Undo.Cell(place, row, before));
    } else {
      undos.add(new Undo.Whole(place, row, column));
      put(place, ColumnChange.with(column, Map.of(row, value)));
    }
  }

  private static Column copy(ColumnSnapshot base, Place place) {
    return ColumnCells.copy(base.column(place.entity(), place.field(), place.member()));
  }

  /** What came of adding a row: its place in the order of identity, or what is wrong with it. */
  public sealed interface Added {
    record At(int row) implements Added {}

    record Refused(InputProblem why) implements Added {}
  }

  /** Adds a row; rows of that entity from its place on move up by one. */
  public Added add(EntityRef entity, Map<FieldAt, Value> values) {
    ColumnSnapshot before = (ColumnSnapshot) frozen();
    RowAddition addition = new RowAddition(before);
    Loading loading = addition.with(entity, values);
    Optional<InputProblem> wrong = addition.problemOfNewRow(loading);
    if (wrong.isPresent()) {
      return new Added.Refused(wrong.get());
    }
    undos.add(new Undo.Rows(base, own));
    base = (ColumnSnapshot) loading.snapshot().orElseThrow();
    own = new LinkedHashMap<>();
    columns = columns(base);
    return new Added.At(addition.placeOfNewRow(base));
  }

  /** Where the snapshot stands, to come back to. */
  public int mark() {
    return undos.size();
  }

  /** What was taken back: the cells written, the last first, and whether rows had been added. */
  public record Undone(List<ChangedCell> cells, boolean rows) {
    public Undone {
      cells = List.copyOf(cells);
    }
  }

  /** Takes back all that was written and added since. */
  public Undone undo(int mark) {
    List<ChangedCell> undone = new ArrayList<>();
    boolean rows = false;
    while (undos.size() > mark) {
      switch (undos.removeLast()) {
        case Undo.Cell(Place place, int row, Value before) -> {
          if (!ColumnCells.store(column(place), row, before)) {
            throw new IllegalStateException("what stood there fits there");
          }
          undone.add(new ChangedCell(place.entity(), place.field(), place.member(), row));
        }
        case Undo.Whole(Place place, int row, Column before) -> {
          put(place, before);
          undone.add(new ChangedCell(place.entity(), place.field(), place.member(), row));
        }
        case Undo.Rows(ColumnSnapshot snapshot, Map<Place, Column> written) -> {
          base = snapshot;
          own = new LinkedHashMap<>();
          columns = columns(base);
          written.forEach(this::put);
          rows = true;
        }
      }
    }
    return new Undone(undone, rows);
  }

  /** The snapshot as it stands, which later writes do not reach. */
  public Snapshot frozen() {
    ColumnSnapshot snapshot = base;
    for (Map.Entry<Place, Column> entry : own.entrySet()) {
      Place place = entry.getKey();
      snapshot =
          snapshot.with(
              place.entity(),
              place.field(),
              place.member(),
              entry.getValue(),
              given(place, entry.getValue()));
    }
    ColumnSnapshot result = snapshot;
    List.copyOf(own.keySet()).forEach(place -> put(place, copy(result, place)));
    return result;
  }

  private Set<Integer> given(Place place, Column column) {
    Marks before = base.column(place.entity(), place.field(), place.member()).marks();
    Set<Integer> given = new HashSet<>();
    if (before.anyAbsent()) {
      for (int row = 0; row < column.size(); row++) {
        if (before.isAbsent(row) && !column.marks().isAbsent(row)) {
          given.add(row);
        }
      }
    }
    return given;
  }

  private Field field(ChangedCell cell) {
    return cell.entity().isPresent()
        ? program().entity(cell.entity().get()).fields().get(cell.field())
        : program().system().get(cell.field());
  }

  private Column column(Place place) {
    int entity = place.entity().map(e -> e.index() + 1).orElse(0);
    return columns[entity][place.field()][place.member()];
  }

  @Override
  public Program program() {
    return base.program();
  }

  @Override
  public int rowCount(EntityRef entity) {
    return base.rowCount(entity);
  }

  @Override
  public Column column(EntityRef entity, int field, int member) {
    return columns[entity.index() + 1][field][member];
  }

  @Override
  public Column system(InputRef input) {
    return columns[0][input.index()][0];
  }

  @Override
  public Optional<InputProblem> whyAbsent(EntityRef entity, int field, int member, int row) {
    return base.whyAbsent(entity, field, member, row);
  }

  @Override
  public Optional<InputProblem> whyAbsent(InputRef input) {
    return base.whyAbsent(input);
  }

  @Override
  public int inputRow(EntityRef entity, int row) {
    return base.inputRow(entity, row);
  }

  @Override
  public RowRange children(EntityRef child, int field, int parent) {
    return base.children(child, field, parent);
  }

  @Override
  public OptionalInt find(
      EntityRef entity, OptionalInt parent, List<Integer> fields, List<Value> values) {
    return base.find(entity, parent, fields, values);
  }

  @Override
  public String identity(EntityRef entity, int row) {
    return base.identity(entity, row);
  }

  @Override
  public Map<String, String> identityFields(EntityRef entity, int row) {
    return base.identityFields(entity, row);
  }
}
