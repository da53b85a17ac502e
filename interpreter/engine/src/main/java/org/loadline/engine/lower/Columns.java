package org.loadline.engine.lower;

import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalInt;
import org.loadline.engine.load.ColumnForm;
import org.loadline.engine.plan.ColumnKey;
import org.loadline.model.EntityRef;
import org.loadline.model.TableRef;

/**
 * What lowering may know about the data. Nodes made with the same answers work on any snapshot that
 * gives those answers.
 */
public interface Columns {
  ColumnForm form(ColumnKey column);

  /** No less than the number of rows of an entity. */
  BigInteger mostRows(EntityRef entity);

  /** No less than the number of children of any row. */
  BigInteger mostChildren(EntityRef child, int field);

  /** Whether the children of one row after another are the rows of the entity in order. */
  boolean childrenFollow(EntityRef child, int field);

  /**
   * Whether the bounds of a table by lower bounds are given in every row and rise in each owner.
   */
  boolean boundsRise(TableRef table);

  /** How many rows each owner of a table has, if they follow one another and all have as many. */
  OptionalInt rowsPerOwner(TableRef table);

  /**
   * Whether each owner of a table by lower bounds, or the table itself, has a first row that starts
   * at {@code least} or below; in every owner if {@code least} is empty, it has no lower bound.
   *
   * @param least a whole number at the scale of the bounds
   */
  boolean startsBy(TableRef table, Optional<BigInteger> least);
}
