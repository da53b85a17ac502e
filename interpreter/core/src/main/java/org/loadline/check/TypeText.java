package org.loadline.check;

import org.loadline.model.Type;
import org.loadline.model.Unit;

/** A type as a noun of a sentence. */
final class TypeText {
  private TypeText() {}

  static String of(Type type) {
    return switch (type) {
      case Type.Quantity q -> quantity(q);
      case Type.Flag flag -> "a condition";
      case Type.Text text -> "a text";
      case Type.Date date -> "a date";
      case Type.Instant instant -> "an instant";
      case Type.OfChoice of -> "a member of `" + of.choice() + "`";
      case Type.RowOf row -> "a row of `" + row.entity() + "`";
      case Type.Nothing nothing -> "`none`";
      case Type.OrNone optional -> of(optional.of()) + " or `none`";
    };
  }

  private static String quantity(Type.Quantity q) {
    String text =
        plain(q.unit())
            ? "a plain number"
            : q.unit().equals(Unit.TIME) ? "a duration" : "an amount in " + unit(q.unit());
    return q.orUnlimited() ? text + " or `unlimited`" : text;
  }

  static boolean plain(Unit unit) {
    return unit.isOne() || unit.equals(Open.EVERY);
  }

  /** A unit in backticks, with whose it is. */
  static String unit(Unit unit) {
    return plain(unit) ? "plain numbers" : "`" + unit.withOwners() + "`";
  }
}
