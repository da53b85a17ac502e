package org.loadline.engine.load;

import java.util.List;
import org.loadline.engine.plan.ColumnKey;
import org.loadline.model.EntityRef;
import org.loadline.values.Exact;

/** An array that a pass works with. */
public sealed interface DataKey {
  /** The class of the array. */
  default Class<?> type() {
    return switch (this) {
      case Cells(ColumnKey column, Part part) -> part.type();
      case Side side -> long[].class;
      case Times times -> SeriesTimes.class;
      case ChildStarts starts -> int[].class;
      case ChildRows rows -> int[].class;
      case Count count -> int[].class;
    };
  }

  /** One array of a column. */
  record Cells(ColumnKey column, Part part) implements DataKey {}

  /** Input columns of 64 bits without marks in one array, the cells of a row side by side. */
  record Side(EntityRef entity, List<ColumnKey> columns) implements DataKey {
    public Side {
      columns = List.copyOf(columns);
    }
  }

  /** Where the children of each row start; one more than there are rows. An int array. */
  record ChildStarts(EntityRef child, int field) implements DataKey {}

  /** The children themselves, by parent. An int array. */
  record ChildRows(EntityRef child, int field) implements DataKey {}

  /** When the points of a series were, by the field that is their time. */
  record Times(EntityRef series, int field) implements DataKey {}

  /** How many rows an entity has: an int array of one. */
  record Count(EntityRef entity) implements DataKey {}

  /** The arrays of a column. */
  enum Part {
    /** Numbers of 64 bits, or the lowest 64 of more. */
    LOW(long[].class),
    /** The next 64 bits of 128, or of 256. */
    HIGH(long[].class),
    /** The third 64 bits of 256. */
    THIRD(long[].class),
    /** The highest 64 bits of 256. */
    FOURTH(long[].class),
    DIVISOR_LOW(long[].class),
    DIVISOR_HIGH(long[].class),
    DIVISOR_THIRD(long[].class),
    DIVISOR_FOURTH(long[].class),
    /** Numbers of any size, as exact fractions. */
    EXACT(Exact[].class),
    MARKS(byte[].class),
    PLACES(int[].class),
    /** A filled column itself. */
    WHOLE(FactColumn.class);

    private final Class<?> type;

    Part(Class<?> type) {
      this.type = type;
    }

    Class<?> type() {
      return type;
    }
  }
}
