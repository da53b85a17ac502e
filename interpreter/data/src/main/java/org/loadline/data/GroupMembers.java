package org.loadline.data;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.loadline.core.Expr;
import org.loadline.core.Grouping;
import org.loadline.core.Program;
import org.loadline.model.Entity;
import org.loadline.model.Field;
import org.loadline.source.Diagnostic;
import org.loadline.values.Flag;
import org.loadline.values.RowNumber;
import org.loadline.values.Value;

/** The rows that are grouped, and those that are in no group. */
final class GroupMembers {
  private final Program program;
  private final ColumnSnapshot snapshot;
  private final List<InputProblem> problems;
  private final boolean whole;
  private final Grouping grouping;
  private final int rows;
  private final int[] parents;

  /** Rows that `where` leaves out, and rows of which it is not known. */
  private final BitSet out = new BitSet();

  private final BitSet unknown = new BitSet();
  private final Optional<RowFormulas.Rows> formulas;

  /**
   * @param whole whether every row must find its group; a test gives only what it needs
   */
  GroupMembers(
      Program program,
      ColumnSnapshot snapshot,
      Grouping grouping,
      List<InputProblem> problems,
      boolean whole) {
    this.program = program;
    this.snapshot = snapshot;
    this.grouping = grouping;
    this.problems = problems;
    this.whole = whole;
    this.rows = snapshot.rowCount(grouping.from());
    this.parents = new int[rows];
    boolean paths =
        grouping.filter().isEmpty() && grouping.keys().stream().allMatch(GroupMembers::isPath);
    this.formulas =
        paths ? Optional.empty() : Optional.of(RowFormulas.atHand().on(program, snapshot));
    findParents();
    filter();
  }

  int rows() {
    return rows;
  }

  /** The row above each row, or zero. */
  int[] parents() {
    return parents;
  }

  /** Rows that are in no group. */
  BitSet out() {
    return out;
  }

  /** Those of them of which it is not known. */
  BitSet unknown() {
    return unknown;
  }

  /** Finds the rows above; a row that has none is in no group. */
  private void findParents() {
    if (grouping.up().isEmpty()) {
      return;
    }
    Column.Indices up =
        (Column.Indices) snapshot.column(grouping.from(), grouping.up().getAsInt(), 0);
    for (int row = 0; row < rows; row++) {
      if (up.marks().isNone(row) || up.marks().isAbsent(row)) {
        out.set(row);
      } else {
        parents[row] = up.indices()[row];
      }
    }
  }

  private void filter() {
    if (grouping.filter().isPresent()) {
      for (int row = 0; row < rows; row++) {
        if (!out.get(row)) {
          Optional<Value> kept = value(grouping.filter().get(), row);
          if (kept.isPresent() && !((Flag) kept.get()).value()) {
            out.set(row);
          }
        }
      }
    }
  }

  /** The value of a key for each row that is in a group. */
  @Nullable Value[] key(Expr formula) {
    Value[] values = new Value[rows];
    for (int row = 0; row < rows; row++) {
      if (!out.get(row)) {
        int at = row;
        Optional<Value> value = isPath(formula) ? path(formula, row) : value(formula, row);
        value.ifPresent(v -> values[at] = v);
      }
    }
    return values;
  }

  private Optional<Value> value(Expr formula, int row) {
    RowAt at = new RowAt(grouping.from(), row);
    return switch (formulas.orElseThrow().value(formula, grouping.slots(), at)) {
      case Outcome.Known(Value value) -> Optional.of(value);
      case Outcome.Faulted(Fault fault) -> {
        leaveOut(row, fault.what().message());
        yield Optional.empty();
      }
    };
  }

  /** What a path over fields leads to. */
  private Optional<Value> path(Expr formula, int row) {
    if (!(formula instanceof Expr.FieldOf field)) {
      return Optional.of(new RowNumber(row));
    }
    Optional<Value> from = path(field.row(), row);
    if (from.isEmpty()) {
      return from;
    }
    int at = ((RowNumber) from.get()).index();
    Column column = snapshot.column(field.entity(), field.field(), 0);
    if (column.marks().isAbsent(at)) {
      Entity entity = program.entity(field.entity());
      leaveOut(
          row,
          "`"
              + entity.fields().get(field.field()).name()
              + "` of "
              + entity.name()
              + " "
              + snapshot.identity(entity.ref(), at)
              + " has no value.");
      return Optional.empty();
    }
    return Optional.of(column.value(at));
  }

  private void leaveOut(int row, String why) {
    out.set(row);
    unknown.set(row);
    if (whole) {
      Entity entity = program.entity(grouping.from());
      Field member = entity.fields().get(grouping.member());
      problems.add(
          new InputProblem(
              Optional.of(entity.ref()),
              snapshot.inputRow(entity.ref(), row),
              member.name(),
              "",
              Diagnostic.of(SnapshotProblem.NO_GROUP, member.span())
                  .with("entity", entity.name())
                  .with("field", member.name())
                  .with("why", why)
                  .build()));
    }
  }

  private static boolean isPath(Expr formula) {
    return switch (formula) {
      case Expr.Local local -> true;
      case Expr.FieldOf field -> field.family().isEmpty() && isPath(field.row());
      default -> false;
    };
  }
}
