package org.loadline.engine.plan;

import java.util.Optional;
import org.loadline.model.ChoiceRef;
import org.loadline.model.EntityRef;
import org.loadline.model.Type;

/** What a variable of a plan ranges over. */
public sealed interface Domain {
  /** The rows that a pass works through, one after another. */
  record Own(EntityRef entity) implements Domain {}

  /** Every row of an entity. */
  record All(EntityRef entity) implements Domain {}

  /** The rows of {@code child} whose reference {@code field} is the row {@code parent}. */
  record Children(Term parent, EntityRef child, int field) implements Domain {}

  /** The points of a search: numbers. */
  record Points() implements Domain {}

  /**
   * The points of a series from one moment until another, which {@code before} leaves out; of these
   * the {@code last} so many, or all but the first.
   */
  record Window(
      Domain points,
      Optional<Term> from,
      Optional<Term> until,
      boolean before,
      Optional<Term> last,
      boolean withoutFirst)
      implements Domain {}

  /** The members of a choice. */
  record Members(ChoiceRef choice) implements Domain {}

  /** The whole numbers from one to another, by their places from 0 on. */
  record Numbers(Term from, Term to) implements Domain {}

  /**
   * The elements of an order, as it has them: those before an element of it, and the first {@code
   * most} of these.
   */
  record Ranked(Term order, Optional<Term> most, Optional<Term> before) implements Domain {}

  /**
   * What a value that is carried from turn to turn stands at: the {@code place}-th of those that
   * are carried together.
   */
  record Carried(int place, Type type) implements Domain {}

  /** The collection whose elements these are, in whatever order. */
  default Domain source() {
    return this instanceof Ranked(Term order, var most, var before)
            && order.shape() instanceof Shape.Order of
            && of.variable().shape() instanceof Shape.Variable variable
        ? variable.domain().source()
        : this;
  }
}
