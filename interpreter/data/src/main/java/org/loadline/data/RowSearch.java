package org.loadline.data;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.Field;
import org.loadline.values.RowNumber;
import org.loadline.values.Value;

/** Finds rows of a snapshot by what they are known by. */
public final class RowSearch {
  private static final int NO_ROW = -1;
  private static final int SEVERAL = -2;

  private final Snapshot snapshot;

  public RowSearch(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** What came of a search. */
  public sealed interface Found {
    record Row(int row) implements Found {}

    record None() implements Found {}

    /** The key alone was given, and more than one row has it. */
    record Several() implements Found {}
  }

  /**
   * The row with an identity: the values of {@link Entity#identity()}, each reference among them by
   * the values of its own identity. The key alone will do where no two rows share it.
   */
  public Found find(EntityRef entity, List<Value> identity) {
    int row =
        identity.size() == 1 && width(entity) > 1
            ? byKey(entity, identity.getFirst())
            : whole(entity, identity);
    return switch (row) {
      case NO_ROW -> new Found.None();
      case SEVERAL -> new Found.Several();
      default -> new Found.Row(row);
    };
  }

  private int byKey(EntityRef entity, Value key) {
    OptionalInt field = snapshot.program().entity(entity).key();
    if (field.isEmpty()) {
      return NO_ROW;
    }
    Column column = snapshot.column(entity, field.getAsInt(), 0);
    int found = NO_ROW;
    for (int row = 0; row < column.size(); row++) {
      if (column.stored(row).equals(key)) {
        if (found != NO_ROW) {
          return SEVERAL;
        }
        found = row;
      }
    }
    return found;
  }

  private int whole(EntityRef entity, List<Value> identity) {
    if (identity.size() != width(entity)) {
      return NO_ROW;
    }
    Entity declared = snapshot.program().entity(entity);
    OptionalInt parent = OptionalInt.empty();
    List<Integer> fields = new ArrayList<>();
    List<Value> values = new ArrayList<>();
    int at = 0;
    for (Field field : declared.identity()) {
      if (field.role() != Field.Role.REFERENCE) {
        fields.add(field.index());
        values.add(identity.get(at++));
        continue;
      }
      EntityRef target = InputOrder.target(field);
      int width = width(target);
      int row = whole(target, identity.subList(at, at + width));
      if (row < 0) {
        return row;
      }
      at += width;
      if (declared.parent().isPresent() && declared.parent().getAsInt() == field.index()) {
        parent = OptionalInt.of(row);
        fields.addFirst(field.index());
      } else {
        fields.add(field.index());
        values.add(new RowNumber(row));
      }
    }
    return snapshot.find(entity, parent, fields, values).orElse(NO_ROW);
  }

  /** How many values make up an identity, references counted by those of their own. */
  private int width(EntityRef entity) {
    return snapshot.program().entity(entity).identity().stream()
        .mapToInt(
            field -> field.role() == Field.Role.REFERENCE ? width(InputOrder.target(field)) : 1)
        .sum();
  }
}
