package org.loadline.generated;

import java.math.BigInteger;
import org.loadline.generated.Phrase.Level;
import org.loadline.model.Type;
import org.loadline.model.Type.Form;
import org.loadline.model.Unit;

/** Written amounts. */
final class Literals {
  private final Draw draw;

  Literals(Draw draw) {
    this.draw = draw;
  }

  /** A plain zero, which has every unit: it stands only beside something that has one. */
  static Phrase zero(Unit unit) {
    return new Phrase("0", Level.POSTFIX, World.amount(unit), 1, false, true);
  }

  /** Any amount of a unit that can be written, but not zero. */
  Phrase any(Unit unit) {
    Phrase size = aboveZero(unit);
    return draw.chance(15)
        ? new Phrase(
            "-" + size.at(Level.SIGNED), Level.SIGNED, size.type(), size.digits(), false, true)
        : size;
  }

  Phrase aboveZero(Unit unit) {
    if (unit.isOne() && draw.chance(40)) {
      return share();
    }
    String number = number();
    int digits = number.length();
    if (unit.isOne()) {
      return new Phrase(number, Level.POSTFIX, World.amount(unit), digits, false, true);
    }
    return inUnit(number, digits, unit);
  }

  /** A percentage, points or basis points. */
  Phrase share() {
    String text =
        draw.of(
            draw.between(1, 99) + "%",
            draw.between(0, 150) + "." + draw.between(1, 9) + "%",
            draw.between(1, 50) + " points",
            draw.between(1, 400) + " bps");
    return new Phrase(text, Level.POSTFIX, Type.NUMBER, 6, false, true);
  }

  /** A divisor whose inverse ends, and which is not zero. */
  Phrase ending() {
    String text = draw.of("2", "4", "5", "8", "10", "0.04", "0.5", "1_000", "25");
    return new Phrase(text, Level.POSTFIX, Type.NUMBER, 4, false, true);
  }

  String number() {
    return switch (draw.below(12)) {
      case 0 -> "1";
      case 1, 2, 3 -> "" + draw.between(1, 20);
      case 4, 5 -> draw.between(0, 20) + "." + draw.between(1, 9);
      case 6 -> draw.between(0, 9) + ".25";
      case 7 -> grouped(draw.between(1, 999_999));
      case 8 -> draw.between(1, 999) + "." + draw.between(10_000, 99_999) + "7";
      case 9 -> "0.000000" + draw.between(1, 999);
      case 10 -> "9_223_372_036_854_775_80" + draw.between(5, 9);
      default -> "0." + "0".repeat(draw.between(8, 17)) + "1";
    };
  }

  private static String grouped(int value) {
    String text = BigInteger.valueOf(value).toString();
    return text.length() <= 3
        ? text
        : text.substring(0, text.length() - 3) + "_" + text.substring(text.length() - 3);
  }

  private Phrase inUnit(String number, int digits, Unit unit) {
    StringBuilder text = new StringBuilder(number);
    boolean glued = false;
    boolean several = false;
    Form form = Form.DECIMAL;
    for (Unit.Factor factor : unit.factors()) {
      for (int i = 0; i < factor.exponent(); i++) {
        text.append(glued ? " * " : " ").append(word(factor, !glued));
        several |= glued;
        glued = true;
      }
    }
    for (Unit.Factor factor : unit.factors()) {
      for (int i = 0; i > factor.exponent(); i--) {
        boolean time = factor.name().equals("time");
        boolean fraction = time && draw.chance(30);
        text.append(" / ").append(fraction ? "day" : time ? "second" : factor.name());
        form = fraction ? Form.FIXED_FRACTION : form;
        several = true;
      }
    }
    Level level = several ? Level.PRODUCT : Level.POSTFIX;
    Type type = new Type.Quantity(unit, form, false);
    return new Phrase(text.toString(), level, type, digits + 6, false, true);
  }

  private String word(Unit.Factor factor, boolean plural) {
    if (!factor.name().equals("time")) {
      return factor.name();
    }
    return plural ? draw.of("seconds", "minutes", "hours", "days", "weeks") : "second";
  }
}
