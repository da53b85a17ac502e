package org.loadline.engine.run;

import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalInt;
import org.loadline.engine.load.ColumnForm;
import org.loadline.engine.lower.Columns;
import org.loadline.engine.plan.ColumnKey;
import org.loadline.engine.plan.Domain;
import org.loadline.model.EntityRef;
import org.loadline.model.TableRef;

/** What is known of columns, but that some children are laid out one behind the other. */
record ChildrenInOrder(Columns columns, Domain.Children some) implements Columns {
  @Override
  public boolean childrenFollow(EntityRef child, int field) {
    return (child.equals(some.child()) && field == some.field())
        || columns.childrenFollow(child, field);
  }

  @Override
  public ColumnForm form(ColumnKey column) {
    return columns.form(column);
  }

  @Override
  public BigInteger mostRows(EntityRef entity) {
    return columns.mostRows(entity);
  }

  @Override
  public BigInteger mostChildren(EntityRef child, int field) {
    return columns.mostChildren(child, field);
  }

  @Override
  public boolean boundsRise(TableRef table) {
    return columns.boundsRise(table);
  }

  @Override
  public OptionalInt rowsPerOwner(TableRef table) {
    return columns.rowsPerOwner(table);
  }

  @Override
  public boolean startsBy(TableRef table, Optional<BigInteger> least) {
    return columns.startsBy(table, least);
  }
}
