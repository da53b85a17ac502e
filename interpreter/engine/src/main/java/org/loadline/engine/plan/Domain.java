package org.loadline.engine.plan;

import org.loadline.model.ChoiceRef;
import org.loadline.model.EntityRef;

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

  /** The members of a choice. */
  record Members(ChoiceRef choice) implements Domain {}
}
