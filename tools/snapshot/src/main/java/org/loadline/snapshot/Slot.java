package org.loadline.snapshot;

import org.loadline.model.Field;
import org.loadline.model.Type;
import org.loadline.model.Unit;

/** What a column of a file holds. */
sealed interface Slot {
  /** As the header names it. */
  String name();

  /** A column that the policy does not know. */
  record Ignored(String name) implements Slot {}

  /** A value of a field, or of one member of a column family: {@code weight.initial}. */
  record Cell(Field field, int member, String name, Short shortWay) implements Slot {}

  /** How a number of few digits is taken as it stands. */
  enum Short {
    QUANTITY,
    STEPS,
    NEVER;

    static Short of(Field field) {
      if (!(field.type().present() instanceof Type.Quantity(Unit unit, var form, var unlimited))) {
        return NEVER;
      }
      if (field.step().isPresent()) {
        return STEPS;
      }
      return unit.equals(Unit.TIME) ? NEVER : QUANTITY;
    }
  }

  /** One value of the identity of the row referred to. */
  record Part(ReferenceForm reference, int part) implements Slot {
    @Override
    public String name() {
      return reference.leaves().get(part).name();
    }
  }
}
