package org.loadline.check;

import org.loadline.bound.TypeWords;
import org.loadline.model.Type;
import org.loadline.model.Unit;

/** What a formula gives, as a noun of a sentence; what fits any unit is a plain number. */
final class TypeText {
  private TypeText() {}

  static String of(Type type) {
    String words = type instanceof Type.Flag ? "a condition" : TypeWords.of(Open.settled(type));
    return type instanceof Type.Quantity q && q.orUnlimited() ? words + " or `unlimited`" : words;
  }

  static boolean plain(Unit unit) {
    return unit.isOne() || unit.equals(Open.EVERY);
  }

  /** A unit in backticks, with whose it is. */
  static String unit(Unit unit) {
    return plain(unit) ? "plain numbers" : "`" + unit.withOwners() + "`";
  }
}
