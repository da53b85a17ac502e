package org.loadline.data;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.loadline.core.Program;
import org.loadline.model.Entity;
import org.loadline.model.EntityRef;
import org.loadline.model.InputRef;
import org.loadline.values.Value;

/**
 * The rows that a program is run on, as columns; immutable.
 *
 * <p>Rows of every entity stand in the order of identity: by parent, then by key, or without a key
 * by every reference and then by values. The rows of written tables are here too, in the order
 * written.
 */
public interface Snapshot {
  Program program();

  int rowCount(EntityRef entity);

  /** A field's column; {@code member} is the place in a column family, 0 otherwise. */
  Column column(EntityRef entity, int field, int member);

  /** A system input, as a column of one row. */
  Column system(InputRef input);

  /** The rows of {@code child} whose reference {@code field} is {@code parent}, ascending. */
  RowRange children(EntityRef child, int field, int parent);

  /**
   * The row whose {@code fields} have the given values; among the children of {@code parent} if one
   * is given. References are given as row numbers.
   */
  OptionalInt find(EntityRef entity, OptionalInt parent, List<Integer> fields, List<Value> values);

  /** A row's identity as people read it: {@code alice}, {@code alice/BTC}. */
  String identity(EntityRef entity, int row);

  /** The identity of a row as named fields, in the order of {@link Entity#identity()}. */
  Map<String, String> identityFields(EntityRef entity, int row);

  /** Some rows of an entity, ascending: consecutive, or listed. */
  sealed interface RowRange {
    int size();

    int row(int index);

    /** Rows from {@code start} on. */
    record Consecutive(int start, int size) implements RowRange {
      @Override
      public int row(int index) {
        return start + index;
      }
    }

    /** Rows listed in {@code rows} from {@code start} on. */
    record Listed(int[] rows, int start, int size) implements RowRange {
      @Override
      public int row(int index) {
        return rows[start + index];
      }
    }
  }
}
