package org.loadline.data;

import java.util.Map;
import java.util.Optional;
import org.loadline.core.Program;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.InputRef;
import org.loadline.values.Value;

/** Makes a snapshot anew with one more row, so that all rows stand in the order of identity. */
final class RowAddition {
  private final ColumnSnapshot before;
  private final Program program;
  private final SnapshotBuilder builder;
  private Optional<RowAt> added = Optional.empty();

  RowAddition(ColumnSnapshot before) {
    this.before = before;
    this.program = before.program();
    this.builder = new SnapshotBuilder(program);
  }

  /** The rows of the snapshot in their order, and then the new one; absent where not given. */
  Loading with(EntityRef entity, Map<FieldAt, Value> values) {
    for (Entity declared : program.entities()) {
      if (declared.isGiven()) {
        copyRows(declared);
      }
    }
    InputRows system = builder.system();
    for (Field field : program.system()) {
      copy(system, Optional.empty(), field, 0, 0);
    }
    InputRows rows = builder.rows(entity);
    int row = rows.add();
    values.forEach((at, value) -> rows.put(row, at.field(), at.member(), value));
    added = Optional.of(new RowAt(entity, row));
    // No row of a group is created, so groups are made as they were.
    return builder.buildInPart();
  }

  private void copyRows(Entity entity) {
    InputRows rows = builder.rows(entity.ref());
    rows.add(before.rowCount(entity.ref()));
    for (Field field : entity.fields()) {
      if (field.role() == Field.Role.MADE) {
        continue;
      }
      for (int member = 0; member < rows.members(field.index()); member++) {
        for (int row = 0; row < rows.size(); row++) {
          copy(rows, Optional.of(entity.ref()), field, member, row);
        }
      }
    }
  }

  private void copy(InputRows to, Optional<EntityRef> entity, Field field, int member, int row) {
    Column column = before.column(entity, field.index(), member);
    if (!column.marks().isAbsent(row)) {
      to.put(row, field.index(), member, column.value(row));
      return;
    }
    Optional<InputProblem> why =
        entity.isPresent()
            ? before.whyAbsent(entity.get(), field.index(), member, row)
            : before.whyAbsent(new InputRef(field.index(), field.name()));
    why.ifPresent(problem -> to.column(field.index(), member).unreadable(row, problem));
  }

  /** What is wrong with the new row; what was wrong before is known already. */
  Optional<InputProblem> problemOfNewRow(Loading loading) {
    RowAt row = added.orElseThrow();
    return loading.problems().stream()
        .filter(
            problem ->
                problem.stops()
                    || problem.entity().equals(Optional.of(row.entity()))
                        && problem.inputRow() == row.row())
        .findFirst();
  }

  int placeOfNewRow(Snapshot snapshot) {
    RowAt row = added.orElseThrow();
    for (int at = 0; at < snapshot.rowCount(row.entity()); at++) {
      if (snapshot.inputRow(row.entity(), at) == row.row()) {
        return at;
      }
    }
    throw new IllegalStateException("the new row is there");
  }
}
