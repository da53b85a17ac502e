package org.loadline.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.loadline.core.Program;
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

  /** Why a cell that is absent could not be read; empty if nothing was given for it. */
  Optional<InputProblem> whyAbsent(EntityRef entity, int field, int member, int row);

  /** Why a system input that is absent could not be read; empty if nothing was given for it. */
  Optional<InputProblem> whyAbsent(InputRef input);

  /** The number that a row had when it was added: see {@link InputRows}. */
  int inputRow(EntityRef entity, int row);

  /** The rows of {@code child} whose reference {@code field} is {@code parent}, ascending. */
  RowRange children(EntityRef child, int field, int parent);

  /**
   * The first row whose {@code fields} have the given values; among the children of {@code parent}
   * if one is given, and then the reference that leads to it stands before the fields. References
   * are given as row numbers.
   */
  OptionalInt find(EntityRef entity, OptionalInt parent, List<Integer> fields, List<Value> values);

  /**
   * A row's identity as people read it: {@code alice}, {@code alice/BTC}; rows that may have one
   * identity are counted from 1: {@code alice#2}.
   */
  String identity(EntityRef entity, int row);

  /**
   * The identity of a row as named fields, the parent first; where rows may have one identity,
   * their count follows under the name {@code #}.
   */
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
