package org.loadline.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.loadline.core.Program;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.InputRef;
import org.loadline.values.Value;

/** A snapshot as it leaves the builder. Indices by key are made when first asked for. */
final class ColumnSnapshot implements Snapshot {
  /** Stands for the system inputs where an entity's place is asked for. */
  static final int SYSTEM = -1;

  private static final int FEW_CHILDREN = 16;

  private final Program program;
  private final List<EntityColumns> entities;
  private final List<List<Column>> system;
  private final Map<CellPlace, InputProblem> unreadable;
  private final Map<KeyIndex.Fields, KeyIndex> indices;

  /** The columns of one entity; children are by field, empty ones where it is no reference. */
  record EntityColumns(int[] inputRows, List<List<Column>> columns, List<ChildRows> children) {
    int size() {
      return inputRows.length;
    }
  }

  /** A cell of the snapshot. */
  record CellPlace(int entity, int field, int member, int row) {}

  ColumnSnapshot(
      Program program,
      List<EntityColumns> entities,
      List<List<Column>> system,
      Map<CellPlace, InputProblem> unreadable) {
    this(program, entities, system, unreadable, new ConcurrentHashMap<>());
  }

  private ColumnSnapshot(
      Program program,
      List<EntityColumns> entities,
      List<List<Column>> system,
      Map<CellPlace, InputProblem> unreadable,
      Map<KeyIndex.Fields, KeyIndex> indices) {
    this.program = program;
    this.entities = List.copyOf(entities);
    this.system = List.copyOf(system);
    this.unreadable = Map.copyOf(unreadable);
    this.indices = indices;
  }

  /** A field's column, or a system input's. */
  Column column(Optional<EntityRef> entity, int field, int member) {
    return columns(entity).get(field).get(member);
  }

  private List<List<Column>> columns(Optional<EntityRef> entity) {
    return entity.map(e -> entities.get(e.index()).columns()).orElse(system);
  }

  /**
   * The same rows with another column, of a field that no row is known by; {@code given} are the
   * rows whose cells are no longer unreadable.
   */
  ColumnSnapshot with(
      Optional<EntityRef> entity, int field, int member, Column column, Set<Integer> given) {
    List<List<Column>> columns = replaced(columns(entity), field, member, column);
    Map<CellPlace, InputProblem> still = unreadable;
    int place = entity.map(EntityRef::index).orElse(SYSTEM);
    if (!still.isEmpty()) {
      still = new HashMap<>(unreadable);
      for (int row : given) {
        still.remove(new CellPlace(place, field, member, row));
      }
    }
    if (entity.isEmpty()) {
      return new ColumnSnapshot(program, entities, columns, still, indices);
    }
    List<EntityColumns> all = new ArrayList<>(entities);
    EntityColumns of = all.get(place);
    all.set(place, new EntityColumns(of.inputRows(), columns, of.children()));
    return new ColumnSnapshot(program, all, system, still, indices);
  }

  /** The rows of an entity, by its place in the program. */
  EntityColumns columns(int entity) {
    return entities.get(entity);
  }

  /** The same system inputs for another program, whose entities stand at other {@code places}. */
  ColumnSnapshot with(Program other, List<EntityColumns> columns, Map<Integer, Integer> places) {
    Map<CellPlace, InputProblem> moved = new HashMap<>();
    unreadable.forEach(
        (at, why) ->
            moved.put(
                new CellPlace(
                    at.entity() == SYSTEM
                        ? SYSTEM
                        : Objects.requireNonNull(places.get(at.entity())),
                    at.field(),
                    at.member(),
                    at.row()),
                why));
    return new ColumnSnapshot(other, columns, system, moved);
  }

  /** The same with other rows of an entity, to which no row of another refers yet. */
  ColumnSnapshot withRows(EntityRef entity, EntityColumns rows) {
    List<EntityColumns> all = new ArrayList<>(entities);
    all.set(entity.index(), rows);
    return new ColumnSnapshot(program, all, system, unreadable, indices);
  }

  /** The same with another column of references. */
  ColumnSnapshot withReference(
      EntityRef entity, int field, Column.Indices column, ChildRows referring) {
    EntityColumns of = entities.get(entity.index());
    List<ChildRows> children = new ArrayList<>(of.children());
    children.set(field, referring);
    return withRows(
        entity,
        new EntityColumns(of.inputRows(), replaced(of.columns(), field, 0, column), children));
  }

  private static List<List<Column>> replaced(
      List<List<Column>> columns, int field, int member, Column column) {
    List<List<Column>> all = new ArrayList<>(columns);
    List<Column> family = new ArrayList<>(all.get(field));
    family.set(member, column);
    all.set(field, family);
    return all;
  }

  @Override
  public Program program() {
    return program;
  }

  @Override
  public int rowCount(EntityRef entity) {
    return entities.get(entity.index()).size();
  }

  @Override
  public Column column(EntityRef entity, int field, int member) {
    return entities.get(entity.index()).columns().get(field).get(member);
  }

  @Override
  public Column system(InputRef input) {
    return system.get(input.index()).getFirst();
  }

  @Override
  public Optional<InputProblem> whyAbsent(EntityRef entity, int field, int member, int row) {
    return Optional.ofNullable(unreadable.get(new CellPlace(entity.index(), field, member, row)));
  }

  @Override
  public Optional<InputProblem> whyAbsent(InputRef input) {
    return Optional.ofNullable(unreadable.get(new CellPlace(SYSTEM, input.index(), 0, 0)));
  }

  @Override
  public int inputRow(EntityRef entity, int row) {
    return entities.get(entity.index()).inputRows()[row];
  }

  @Override
  public RowRange children(EntityRef child, int field, int parent) {
    return entities.get(child.index()).children().get(field).of(parent);
  }

  @Override
  public OptionalInt find(
      EntityRef entity, OptionalInt parent, List<Integer> fields, List<Value> values) {
    if (parent.isEmpty()) {
      return index(entity, OptionalInt.empty(), fields).find(SYSTEM, values);
    }
    int reference = fields.getFirst();
    List<Integer> keys = fields.subList(1, fields.size());
    RowRange children = children(entity, reference, parent.getAsInt());
    if (children.size() > FEW_CHILDREN) {
      return index(entity, OptionalInt.of(reference), keys).find(parent.getAsInt(), values);
    }
    for (int i = 0; i < children.size(); i++) {
      if (matches(entity, keys, values, children.row(i))) {
        return OptionalInt.of(children.row(i));
      }
    }
    return OptionalInt.empty();
  }

  private boolean matches(EntityRef entity, List<Integer> fields, List<Value> values, int row) {
    for (int i = 0; i < fields.size(); i++) {
      Column column = column(entity, fields.get(i), 0);
      if (column.marks().isAbsent(row) || !column.value(row).equals(values.get(i))) {
        return false;
      }
    }
    return true;
  }

  private KeyIndex index(EntityRef entity, OptionalInt parent, List<Integer> fields) {
    return indices.computeIfAbsent(
        new KeyIndex.Fields(entity, parent, List.copyOf(fields)),
        asked -> KeyIndex.of(this, asked));
  }

  @Override
  public String identity(EntityRef entity, int row) {
    return String.join("/", identityFields(entity, row).values()).replace("/#", "#");
  }

  @Override
  public Map<String, String> identityFields(EntityRef entity, int row) {
    Entity declared = program.entity(entity);
    Map<String, String> parts = new LinkedHashMap<>();
    List<Field> known = InputOrder.sortFields(declared);
    for (Field field : known) {
      Column column = column(entity, field.index(), 0);
      String text =
          column.marks().isAbsent(row)
              ? "?"
              : ValueText.format(field.type(), column.value(row), program, this);
      parts.put(field.name(), text);
    }
    if (declared.allowsTwins()) {
      parts.put("#", "#" + twinNumber(entity, known, row));
    }
    return parts;
  }

  /** Counts, from 1, the rows up to this one that have its identity. */
  private int twinNumber(EntityRef entity, List<Field> known, int row) {
    if (known.isEmpty()) {
      return row + 1;
    }
    Column references = column(entity, known.getFirst().index(), 0);
    Marks marks = references.marks();
    if (marks.isNone(row) || marks.isAbsent(row)) {
      return row + 1;
    }
    int parent = ((Column.Indices) references).indices()[row];
    RowRange twins = children(entity, known.getFirst().index(), parent);
    int low = 0;
    int high = twins.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (twins.row(middle) < row) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low + 1;
  }
}
