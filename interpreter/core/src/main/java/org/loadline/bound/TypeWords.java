package org.loadline.bound;

import org.loadline.model.Type;
import org.loadline.model.Unit;

/** Types as people call them, inside a sentence: "an amount in `USD`", "a date". */
public final class TypeWords {
  private TypeWords() {}

  /** With its article. */
  public static String of(Type type) {
    return switch (type) {
      case Type.Quantity quantity -> quantity(quantity.unit());
      case Type.Flag flag -> "a flag";
      case Type.Text text -> "a text";
      case Type.Date date -> "a date";
      case Type.Instant instant -> "an instant";
      case Type.OfChoice choice -> "a member of `" + choice.choice() + "`";
      case Type.RowOf row -> "a row of `" + row.entity() + "`";
      case Type.Nothing nothing -> "`none`";
      case Type.OrNone optional -> of(optional.of()) + " or `none`";
    };
  }

  private static String quantity(Unit unit) {
    if (unit.isOne()) {
      return "a plain number";
    }
    return unit.equals(Unit.TIME) ? "a duration" : "an amount in `" + unit.withOwners() + "`";
  }
}
