package org.loadline.core;

import java.util.List;
import java.util.Optional;
import org.loadline.model.ChoiceRef;
import org.loadline.model.EntityRef;

/** A collection: what an aggregate runs over, in the order of identity unless it has its own. */
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

  /** The whole numbers from one to another, both included; none if the first is above the last. */
  record Numbers(Expr from, Expr to) implements Rows {
    /** The most numbers that there may be, and the most turns of a {@code repeat}. */
    public static final int MOST = 100_000;
  }

  /**
   * What a filter keeps of a collection, in the order of some keys and at last of identity; the
   * first {@code most} of it.
   *
   * <p>Filter and keys are worked out for every element before the first is taken; a fault there is
   * the fault of the whole.
   */
  record Ordered(Expr.Binder element, Optional<Expr> filter, List<Key> keys, Optional<Expr> most)
      implements Rows {
    public Ordered {
      keys = List.copyOf(keys);
    }
  }

  /** The elements of an order that come before a row of it, in that order. */
  record Before(Expr row, Ordered order) implements Rows {}

  /** A value that elements are put in order by. */
  record Key(Expr value, boolean descending) {}
}
