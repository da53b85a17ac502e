package org.loadline.generated;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.core.Program;
import org.loadline.data.Column;
import org.loadline.data.FixedFields;
import org.loadline.data.Snapshot;
import org.loadline.data.SnapshotChanges;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.InputRef;
import org.loadline.model.Type;
import org.loadline.values.Exact;
import org.loadline.values.None;
import org.loadline.values.Unlimited;
import org.loadline.values.Value;

/** Random changes to a snapshot, with values from other snapshots of the same policy. */
final class Ticks {
  private final Program program;
  private final MadePolicy policy;
  private final List<Snapshot> others;
  private final Draw draw;

  Ticks(Program program, MadePolicy policy, List<Snapshot> others, Draw draw) {
    this.program = program;
    this.policy = policy;
    this.others = others;
    this.draw = draw;
  }

  /** A cell and what is put into it. */
  record Put(Optional<EntityRef> entity, Field field, int member, int row, Value value) {
    /** Puts it; false if it is refused. */
    boolean into(SnapshotChanges changes) {
      return entity.isPresent()
          ? changes.put(entity.get(), row, field.index(), member, value).isEmpty()
          : changes.system(new InputRef(field.index(), field.name()), value).isEmpty();
    }

    /** The value that the cell has; empty if none is given. */
    Optional<Value> before(Snapshot snapshot) {
      Column column =
          entity.isPresent()
              ? snapshot.column(entity.get(), field.index(), member)
              : snapshot.system(new InputRef(field.index(), field.name()));
      return column.marks().isAbsent(row) ? Optional.empty() : Optional.of(column.value(row));
    }

    Put with(Value other) {
      return new Put(entity, field, member, row, other);
    }
  }

  /** Some cells to change at once. */
  List<Put> some(Snapshot snapshot) {
    List<Put> puts = new ArrayList<>();
    for (int i = draw.between(1, 4); i > 0; i--) {
      one(snapshot).ifPresent(puts::add);
    }
    return puts;
  }

  /** A field that may change, and whose it is. */
  private record Changeable(Optional<Entity> owner, Field field) {}

  private Optional<Put> one(Snapshot snapshot) {
    List<Changeable> all = new ArrayList<>();
    program.system().forEach(f -> all.add(new Changeable(Optional.empty(), f)));
    for (Entity entity : program.entities()) {
      if (snapshot.rowCount(entity.ref()) > 0) {
        entity.fields().stream()
            .filter(f -> FixedFields.why(program, entity, f).isEmpty())
            .forEach(f -> all.add(new Changeable(Optional.of(entity), f)));
      }
    }
    List<Changeable> read = all.stream().filter(c -> isRead(c.field())).toList();
    List<Changeable> among = read.isEmpty() || draw.chance(10) ? all : read;
    return among.isEmpty() ? Optional.empty() : one(snapshot, draw.of(among));
  }

  private boolean isRead(Field field) {
    return policy.definitions().stream()
        .anyMatch(d -> d.text().matches("(?s).*\\b" + field.name() + "\\b.*"));
  }

  private Optional<Put> one(Snapshot snapshot, Changeable changeable) {
    Field field = changeable.field();
    int members = 1;
    for (var choice : field.family()) {
      members *= program.choice(choice).members().size();
    }
    int member = draw.below(members);
    Optional<EntityRef> entity = changeable.owner().map(Entity::ref);
    int row = entity.isEmpty() ? 0 : draw.below(snapshot.rowCount(entity.get()));
    return value(snapshot, entity, field, member).map(v -> new Put(entity, field, member, row, v));
  }

  /** Mostly a value of another row, which is about as large. */
  private Optional<Value> value(
      Snapshot snapshot, Optional<EntityRef> entity, Field field, int member) {
    if (draw.chance(10) && field.type().isOptional()) {
      return Optional.of(None.INSTANCE);
    }
    if (field.type().present() instanceof Type.Quantity quantity) {
      if (draw.chance(10) && quantity.orUnlimited()) {
        return Optional.of(Unlimited.INSTANCE);
      }
      if (draw.chance(10)) {
        return Optional.of(Exact.ZERO);
      }
    }
    Snapshot other = draw.chance(60) ? snapshot : draw.of(others);
    int rows = entity.isEmpty() ? 1 : other.rowCount(entity.get());
    return rows == 0
        ? Optional.empty()
        : new Put(entity, field, member, draw.below(rows), None.INSTANCE).before(other);
  }

  /** The rows as they would be given with the changes. */
  static MadeSnapshot given(MadeSnapshot made, Snapshot snapshot, List<Put> puts) {
    Map<String, List<MadeSnapshot.Row>> rows = new HashMap<>(made.rows());
    for (Put put : puts) {
      String name = put.entity().map(EntityRef::name).orElse(MadeSnapshot.SYSTEM);
      List<MadeSnapshot.Row> list =
          new ArrayList<>(rows.getOrDefault(name, List.of(new MadeSnapshot.Row(List.of()))));
      int at = put.entity().map(e -> snapshot.inputRow(e, put.row())).orElse(0);
      List<MadeSnapshot.Put> cells = new ArrayList<>(list.get(at).cells());
      cells.removeIf(c -> c.field().equals(put.field().name()) && c.member() == put.member());
      cells.add(
          new MadeSnapshot.Put(
              put.field().name(), put.member(), new MadeSnapshot.Content.Of(put.value())));
      list.set(at, new MadeSnapshot.Row(cells));
      rows.put(name, list);
    }
    return new MadeSnapshot(rows, made.params());
  }
}
