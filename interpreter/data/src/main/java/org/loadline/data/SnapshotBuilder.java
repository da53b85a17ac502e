package org.loadline.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.core.Program;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.InputRef;
import org.loadline.model.Table;
import org.loadline.values.Value;

/**
 * Makes a snapshot from rows in any order.
 *
 * <p>References are resolved, rows put in the order of identity, whole steps turned into
 * quantities. The order in which rows are added never shows in the snapshot. A reference to
 * nothing, a missing identity and two rows with one identity stop it; any other problem makes its
 * cell unreadable, so that only what reads it is a fault. The rows of written tables come from the
 * program.
 *
 * <p>Used once, by one thread.
 */
public final class SnapshotBuilder {
  private final Program program;
  private final List<InputRows> rows = new ArrayList<>();
  private final InputRows system;

  public SnapshotBuilder(Program program) {
    this.program = program;
    for (Entity entity : program.entities()) {
      rows.add(
          new InputRows(Optional.of(entity), entity.fields(), families(program, entity.fields())));
    }
    for (Table table : program.tables()) {
      if (program.entity(table.rows()).written()) {
        addWritten(rows.get(table.rows().index()), table);
      }
    }
    system = new InputRows(Optional.empty(), program.system(), families(program, program.system()));
    system.add();
  }

  /** The rows of an entity, to add to; those of a written table are there already. */
  public InputRows rows(EntityRef entity) {
    return rows.get(entity.index());
  }

  /** The system inputs: one row, whose fields are counted as in {@link Program#system()}. */
  public InputRows system() {
    return system;
  }

  /** Puts a system input: see {@link InputRows#put}. */
  public void system(InputRef input, Value value) {
    system.put(0, input.index(), 0, value);
  }

  /** Makes the snapshot. */
  public Loading build() {
    return build(true);
  }

  /**
   * Makes a snapshot in which rows may be in no group, as what they are grouped by is not given.
   */
  public Loading buildInPart() {
    return build(false);
  }

  private Loading build(boolean whole) {
    rows.forEach(InputRows::startStates);
    system.startStates();
    InputOrder order = InputOrder.of(program);
    List<InputProblem> problems = new ArrayList<>();
    Quantities quantities = new Quantities(program, rows, problems);
    rows.forEach(quantities::settleKey);
    new References(program, rows, order, problems).resolve();
    rows.forEach(quantities::settle);
    quantities.settle(system);
    if (problems.stream().anyMatch(InputProblem::stops)) {
      return new Loading(Optional.empty(), problems);
    }
    RowOrder sorted = new RowOrder(rows, problems);
    order.entities().forEach(sorted::sort);
    new TableBounds(program, rows, sorted, problems).check();
    if (problems.stream().anyMatch(InputProblem::stops)) {
      return new Loading(Optional.empty(), problems);
    }
    ColumnSnapshot given = new ColumnAssembly(program, rows, system, sorted).make();
    Snapshot made = new GroupRows(program, given, problems, whole).made();
    return problems.stream().anyMatch(InputProblem::stops)
        ? new Loading(Optional.empty(), problems)
        : new Loading(Optional.of(made), problems);
  }

  private static void addWritten(InputRows rows, Table table) {
    for (List<Value> cells : table.written()) {
      int row = rows.add();
      for (int field = 0; field < cells.size(); field++) {
        rows.put(row, field, 0, cells.get(field));
      }
    }
  }

  /** How many columns each field has. */
  static List<Integer> families(Program program, List<Field> fields) {
    return fields.stream()
        .map(
            field ->
                field.family().stream()
                    .mapToInt(choice -> program.choice(choice).members().size())
                    .reduce(1, Math::multiplyExact))
        .toList();
  }
}
