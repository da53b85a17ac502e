package org.loadline.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.loadline.core.Program;
import org.loadline.model.Entity;
import org.loadline.model.Field;

/** Makes the columns of a snapshot from cells whose references, numbers and order are settled. */
final class ColumnAssembly {
  private final Program program;
  private final List<InputRows> rows;
  private final InputRows system;
  private final RowOrder order;
  private final Map<ColumnSnapshot.CellPlace, InputProblem> unreadable = new HashMap<>();

  ColumnAssembly(Program program, List<InputRows> rows, InputRows system, RowOrder order) {
    this.program = program;
    this.rows = rows;
    this.system = system;
    this.order = order;
  }

  ColumnSnapshot make() {
    List<ColumnSnapshot.EntityColumns> entities = new ArrayList<>();
    for (Entity entity : program.entities()) {
      InputRows input = rows.get(entity.ref().index());
      int[] inputRows = order.inputRows(entity.ref());
      List<List<Column>> columns = columns(input, inputRows, entity.ref().index());
      entities.add(new ColumnSnapshot.EntityColumns(inputRows, columns, children(entity, columns)));
    }
    List<List<Column>> inputs = columns(system, new int[] {0}, ColumnSnapshot.SYSTEM);
    return new ColumnSnapshot(program, entities, inputs, unreadable);
  }

  private List<List<Column>> columns(InputRows input, int[] inputRows, int entity) {
    List<List<Column>> columns = new ArrayList<>();
    for (Field field : input.fields()) {
      List<Column> family = new ArrayList<>();
      for (int member = 0; member < input.members(field.index()); member++) {
        CellStore cells = input.column(field.index(), member);
        Column column = new ColumnMaker(cells, inputRows).make(field, places(field));
        family.add(column);
        if (column.marks().anyAbsent()) {
          noteUnreadable(cells, inputRows, entity, field.index(), member);
        }
        cells.release();
      }
      columns.add(family);
    }
    return columns;
  }

  private int[] places(Field field) {
    return field.role() == Field.Role.REFERENCE
        ? order.places(InputOrder.target(field))
        : new int[0];
  }

  private void noteUnreadable(CellStore cells, int[] inputRows, int entity, int field, int member) {
    for (int row = 0; row < inputRows.length; row++) {
      if (cells.is(inputRows[row], CellKind.UNREADABLE)) {
        unreadable.put(
            new ColumnSnapshot.CellPlace(entity, field, member, row),
            cells.whyUnreadable(inputRows[row]));
      }
    }
  }

  private List<ChildRows> children(Entity entity, List<List<Column>> columns) {
    List<ChildRows> children = new ArrayList<>();
    for (Field field : entity.fields()) {
      if (field.role() == Field.Role.REFERENCE) {
        int parents = order.inputRows(InputOrder.target(field)).length;
        children.add(ChildRows.of((Column.Indices) columns.get(field.index()).getFirst(), parents));
      } else {
        children.add(ChildRows.NO_CHILDREN);
      }
    }
    return children;
  }
}
