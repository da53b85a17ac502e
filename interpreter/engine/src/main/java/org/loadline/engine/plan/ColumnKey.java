package org.loadline.engine.plan;

import org.loadline.core.FactRef;
import org.loadline.model.EntityRef;
import org.loadline.model.InputRef;
import org.loadline.model.TableRef;

/** A column that a plan reads: loaded with the snapshot, or filled by an earlier pass. */
public sealed interface ColumnKey {
  /** A field; {@code member} is the place in a column family, 0 otherwise. */
  record OfField(EntityRef entity, int field, int member) implements ColumnKey {}

  /** A field as it stands in the snapshot, in rows that must not be used too. */
  record AsItStands(OfField field) implements ColumnKey {}

  /**
   * What is charged below a row of a marginal table by lower bounds, less the row's own cell of the
   * column times where it starts.
   */
  record OfOffset(TableRef table, EntityRef rows, int column) implements ColumnKey {}

  /**
   * Where the rows of a table by lower bounds start: the bound brought to {@code places} more
   * places, without its lowest {@code dropped} bits; least of all where the bound is missing.
   */
  record OfStart(TableRef table, EntityRef rows, int places, int dropped) implements ColumnKey {}

  /** A system input: one row. */
  record OfSystem(InputRef input) implements ColumnKey {}

  /** A fault in each row of an entity that must not be used; 0 in the others. */
  record OfSoundness(EntityRef entity) implements ColumnKey {}

  /** A fact that a pass has worked out; a fact of the whole has one row. */
  record OfFact(FactRef fact) implements ColumnKey {}
}
