package org.loadline.core;

import java.util.Optional;
import org.loadline.model.ChoiceRef;
import org.loadline.model.EntityRef;

/** A collection: what an aggregate runs over, in the order of identity. */
public sealed interface Rows {
  /** Every row of an entity or of a written table. */
  record All(EntityRef entity) implements Rows {}

  /** The rows of {@code child} whose reference {@code field} is the given row. */
  record Children(Expr parent, EntityRef child, int field) implements Rows {}

  /**
   * The points of a series from one moment until another, both included unless {@code before} says
   * that the latter is not; of these the {@code last} so many, or all but the first.
   */
  record Window(
      Rows points,
      Optional<Expr> from,
      Optional<Expr> until,
      boolean before,
      Optional<Expr> last,
      boolean withoutFirst)
      implements Rows {}

  /** The members of a choice, in order. */
  record Members(ChoiceRef choice) implements Rows {}
}
