package org.loadline.engine.plan;

import org.loadline.model.Type;

/** How a value is carried: as a number, a truth value, or a place (a row, a member, a text). */
public enum Kind {
  NUMBER,
  FLAG,
  /** A place; -1 for {@code none}. A flag that may be missing is a place too: 0 and 1. */
  INDEX,
  /** Elements in an order: what others read of it. */
  ORDER,
  /** {@code none} alone: of whatever kind its reader wants. */
  NOTHING;

  public static Kind of(Type type) {
    return switch (type) {
      case Type.Quantity quantity -> NUMBER;
      case Type.Date date -> NUMBER;
      case Type.Instant instant -> NUMBER;
      case Type.Flag flag -> FLAG;
      case Type.Text text -> INDEX;
      case Type.OfChoice choice -> INDEX;
      case Type.RowOf row -> INDEX;
      case Type.Nothing nothing -> NOTHING;
      case Type.OrNone optional -> of(optional.of()) == NUMBER ? NUMBER : INDEX;
    };
  }
}
