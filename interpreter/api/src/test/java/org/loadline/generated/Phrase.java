package org.loadline.generated;

import org.loadline.model.Type;
import org.loadline.model.Unit;

/**
 * A formula as text, with what the generator knows of it.
 *
 * <p>{@code digits} is about the most that its number can have. {@code fails} says that it may
 * stand on the left of {@code else}. {@code fixed}: made of literals and params only.
 */
record Phrase(String text, Level level, Type type, int digits, boolean fails, boolean fixed) {
  /** How tightly the outermost part of a formula binds, loosest first. */
  enum Level {
    BODY,
    EXPRESSION,
    OR,
    AND,
    NOT,
    COMPARISON,
    SUM,
    PRODUCT,
    SIGNED,
    CAST,
    POSTFIX
  }

  static Phrase of(String text, Level level, Type type, int digits) {
    return new Phrase(text, level, type, digits, false, false);
  }

  Phrase failing() {
    return new Phrase(text, level, type, digits, true, fixed);
  }

  Phrase as(Type other) {
    return new Phrase(text, level, other, digits, fails, fixed);
  }

  /** The text where an operand of that level is wanted. */
  String at(Level wanted) {
    return level.compareTo(wanted) >= 0 ? text : "(" + text + ")";
  }

  Type.Quantity quantity() {
    return (Type.Quantity) type.present();
  }

  Unit unit() {
    return quantity().unit();
  }

  Type.Form form() {
    return quantity().form();
  }

  boolean isQuantity() {
    return type.present() instanceof Type.Quantity;
  }

  /** A finite number that is always there. */
  boolean isPlainQuantity() {
    return type instanceof Type.Quantity(var unit, var form, boolean unlimited) && !unlimited;
  }

  /** Whether it may be read wherever its type is wanted. */
  boolean isPresent() {
    return !type.isOptional() && !(isQuantity() && quantity().orUnlimited());
  }
}
