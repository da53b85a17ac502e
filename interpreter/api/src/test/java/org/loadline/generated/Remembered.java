package org.loadline.generated;

import java.util.List;
import java.util.Optional;
import org.loadline.generated.Phrase.Level;
import org.loadline.model.Type;
import org.loadline.model.Type.Form;
import org.loadline.model.Unit;

/** States: facts that know what they were in the last run. */
final class Remembered {
  private static final int DIGITS = 40;

  private final Formulas in;
  private final Draw draw;

  Remembered(Formulas in) {
    this.in = in;
    this.draw = in.draw;
  }

  /** The text of a state, and what others know of it. */
  record State(String text, Phrase known) {}

  State made(Scope scope, List<Phrase> lasts) {
    String name = in.world.name("mode");
    Type type = type();
    Phrase was = Phrase.of("was " + name, Level.POSTFIX, type, DIGITS);
    boolean first = lasts.isEmpty();
    Scope inside = scope.with(was);
    if (in.world.hasClock()) {
      inside = inside.with(time("held")).with(time("held " + name));
      inside = first ? inside.with(time("elapsed")) : inside;
    }
    String start =
        draw.chance(50) && type instanceof Type.Quantity
            ? literal(type)
            : in.of(type, 1, scope).at(Level.SUM);
    String body = body(type, was, scope, inside);
    lasts.add(was);
    if (in.world.hasClock()) {
      lasts.add(time("held " + name));
      if (first) {
        lasts.add(time("elapsed"));
      }
    }
    String text = "state " + name + " : " + declared(type) + " starts " + start + " = " + body;
    return new State(text, Phrase.of(name, Level.POSTFIX, type, DIGITS));
  }

  private static Phrase time(String text) {
    return Phrase.of(text, Level.POSTFIX, World.amount(Unit.TIME), 12);
  }

  private Type type() {
    Unit money = Unit.of(draw.of(in.world.units), Optional.empty());
    return switch (draw.below(8)) {
      case 0 -> Type.FLAG;
      case 1, 2 -> new Type.OfChoice(draw.of(in.world.choices).ref());
      case 3 -> draw.of(Type.TEXT, Type.INSTANT, Type.DATE);
      case 4 -> World.amount(Unit.ONE);
      case 5 -> World.amount(Unit.TIME);
      default -> World.amount(money);
    };
  }

  private String literal(Type type) {
    return in.literals.any(((Type.Quantity) type).unit()).at(Level.SUM);
  }

  private static String declared(Type type) {
    return switch (type) {
      case Type.Quantity q -> Declarations.declared(q.unit());
      case Type.OfChoice choice -> choice.choice().name();
      case Type.Flag flag -> "flag";
      case Type.Text text -> "text";
      case Type.Instant instant -> "instant";
      default -> "date";
    };
  }

  /** A product with what is carried would gain places, so amounts are made without it. */
  private String body(Type type, Phrase was, Scope without, Scope scope) {
    if (type instanceof Type.Quantity q) {
      Phrase each = in.amounts.of(q.unit(), Form.DECIMAL, 1, without);
      return number(was.text(), each, scope);
    }
    if (type instanceof Type.Flag) {
      String one = in.conditions.of(1, scope).at(Level.AND);
      String two = in.conditions.of(1, scope).at(Level.NOT);
      return one + " or " + was.text() + " and " + two;
    }
    Phrase now = in.of(type, 1, scope);
    Phrase guard = in.conditions.of(2, scope);
    List<Phrase> arms = draw.chance(50) ? List.of(now, was) : List.of(was, now);
    return in.decision(arms, List.of(guard), type).text();
  }

  private String number(String was, Phrase each, Scope scope) {
    String amount = each.at(Level.PRODUCT);
    return switch (draw.below(6)) {
      case 0 -> "max(" + was + ", " + amount + ")";
      case 1 -> was + " + " + amount;
      case 2 -> was + " * " + draw.between(-2, 3) + " - " + amount;
      case 3 ->
          "round("
              + was
              + " * 0.75 + "
              + amount
              + " to "
              + draw.between(0, 9)
              + " places, half even)";
      case 4 ->
          was
              + " when "
              + in.conditions.of(1, scope).at(Level.OR)
              + " | "
              + each.at(Level.EXPRESSION)
              + " otherwise";
      default -> "min(" + was + " + " + amount + ", " + amount + ")";
    };
  }
}
