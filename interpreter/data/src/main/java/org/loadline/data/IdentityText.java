package org.loadline.data;

import java.util.List;
import java.util.stream.Collectors;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.model.Type;
import org.loadline.values.DateText;
import org.loadline.values.InstantText;

/** The identity of an input row as people read it. */
record IdentityText(List<InputRows> rows) {
  String of(EntityRef entity, int row) {
    InputRows input = rows.get(entity.index());
    return InputOrder.sortFields(input.entity()).stream()
        .map(field -> part(input, field, row))
        .collect(Collectors.joining("/"));
  }

  private String part(InputRows input, Field field, int row) {
    CellStore column = input.column(field.index(), 0);
    if (field.role() == Field.Role.REFERENCE && column.is(row, CellKind.INDEX)) {
      return of(InputOrder.target(field), column.index(row));
    }
    boolean number =
        column.is(row, CellKind.DECIMAL)
            || column.is(row, CellKind.WIDE)
            || column.is(row, CellKind.EXACT);
    return switch (field.type().present()) {
      case Type.Instant instant when number -> InstantText.format(column.quantity(row));
      case Type.Date date when number -> DateText.format(column.quantity(row));
      default -> column.shown(row);
    };
  }
}
