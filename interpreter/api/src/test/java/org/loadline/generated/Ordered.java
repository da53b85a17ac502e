package org.loadline.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.generated.Phrase.Level;
import org.loadline.model.RowPath;
import org.loadline.model.Type;
import org.loadline.model.Type.Form;
import org.loadline.model.Unit;

/** Formulas that take elements one after another, and values that are carried on. */
final class Ordered {
  private final Formulas in;
  private final Draw draw;

  Ordered(Formulas in) {
    this.in = in;
    this.draw = in.draw;
  }

  /** {@code fold} over rows or numbers, or {@code repeat}. */
  Phrase carried(Unit unit, int depth, Scope scope) {
    return draw.chance(30) ? repeat(unit, scope) : fold(unit, depth, scope);
  }

  private Phrase fold(Unit unit, int depth, Scope scope) {
    Aggregates.Bound bound =
        draw.chance(20)
            ? numbers(scope)
            : in.aggregates.bind(draw.of(in.aggregates.collections(scope)), scope);
    String where =
        draw.chance(30) ? " where " + in.conditions.of(1, bound.scope()).at(Level.OR) : "";
    return turns(
        "fold ", " over " + bound.text() + where, unit, Math.min(depth, 1), bound.scope(), 30);
  }

  private Phrase repeat(Unit unit, Scope scope) {
    return turns("repeat at most " + draw.below(6) + " times ", "", unit, 1, scope, 100).failing();
  }

  /** {@code place(x, xs)}: of a row that is at hand, perhaps in an order. */
  Optional<Phrase> place(Scope scope) {
    if (scope.rows().isEmpty()) {
      return Optional.empty();
    }
    Scope.Row row = draw.of(scope.rows());
    List<Aggregates.Rows> among =
        in.aggregates.collections(scope).stream()
            .filter(rows -> rows.sheet().equals(Optional.of(row.sheet())))
            .toList();
    Optional<Aggregates.Rows> chosen =
        among.isEmpty() ? Optional.empty() : Optional.of(draw.of(among));
    return chosen.map(
        rows ->
            Phrase.of(
                    "place(" + row.text() + ", " + rows.text() + in.aggregates.orderOf(rows) + ")",
                    Level.POSTFIX,
                    Type.NUMBER,
                    4)
                .failing());
  }

  /** A fact of a ranked block, and what others know of it. */
  record Line(String text, Phrase known) {}

  /** Facts that stand together under an order. */
  record Block(String order, List<Line> lines) {}

  /** What a row takes of what the rows before it have left, and what else it asks of them. */
  Block block(Scope scope) {
    Unit some = in.someUnit(scope);
    Unit unit = World.isWritable(some) ? some : Unit.ONE;
    List<Line> lines = new ArrayList<>();
    Phrase most = in.amounts.of(unit, Form.DECIMAL, 1, scope);
    Phrase size = in.amounts.of(unit, Form.DECIMAL, 1, scope);
    Type amount = in.quantity(unit, Form.DECIMAL);
    String left = in.world.name("left");
    String taken = in.world.name("taken");
    int digits = Math.max(most.digits(), size.digits()) + 4;
    lines.add(
        line(
            left,
            most.at(Level.SUM) + " - " + draw.of("sum(earlier." + taken + ")", sum(taken, scope)),
            amount,
            digits));
    String type = taken + " : " + Declarations.declared(unit);
    lines.add(
        new Line(
            type
                + " = "
                + draw.of(
                    "max(0, min(" + size.at(Level.OR) + ", " + left + "))",
                    "min(" + size.at(Level.OR) + ", " + left + ")"),
            Phrase.of(taken, Level.POSTFIX, amount, digits)));
    for (int i = draw.below(4); i > 0; i--) {
      lines.add(asked(taken, amount, unit, size, scope));
    }
    return new Block(in.aggregates.order(scope), lines);
  }

  private static Line line(String name, String formula, Type type, int digits) {
    return new Line(name + " = " + formula, Phrase.of(name, Level.POSTFIX, type, digits));
  }

  private String sum(String taken, Scope scope) {
    String name = in.world.name("e");
    Scope.Row row = element(name, scope);
    // With the row itself in the condition it cannot be carried from row to row.
    Scope around = draw.chance(40) ? scope : Scope.whole(in.world, draw);
    Scope inside = around.with(row, Optional.empty(), Optional.empty());
    return "sum("
        + name
        + "."
        + taken
        + " for "
        + name
        + " in earlier where "
        + in.conditions.of(1, inside).at(Level.OR)
        + ")";
  }

  private Scope.Row element(String name, Scope scope) {
    Sheet sheet = scope.self().orElseThrow().sheet();
    return new Scope.Row(name, name + ".", sheet, new RowPath(in.world.root(), name, List.of()));
  }

  /** Something else that is asked of the rows before. */
  private Line asked(String taken, Type amount, Unit unit, Phrase size, Scope scope) {
    String name = in.world.name("before");
    int digits = size.digits() + 6;
    String otherwise = " else " + in.literals.any(unit).at(Level.OR);
    return switch (draw.below(9)) {
      case 0 -> line(name, "count(earlier)", Type.NUMBER, 4);
      case 1 ->
          line(name, draw.of("first", "last") + "(earlier)." + taken + otherwise, amount, digits);
      case 2 ->
          line(name, draw.of("min", "max") + "(earlier." + taken + ")" + otherwise, amount, digits);
      case 3 ->
          line(
              name,
              "any(earlier." + taken + " > " + in.literals.any(unit).at(Level.SUM) + ")",
              Type.FLAG,
              1);
      case 4 -> {
        String element = in.world.name("e");
        Scope both = scope.with(element(element, scope), Optional.empty(), Optional.empty());
        Phrase body = in.amounts.of(Unit.ONE, Form.DECIMAL, 1, both);
        yield line(
            name,
            "sum("
                + body.at(Level.EXPRESSION)
                + " for "
                + element
                + " in earlier where "
                + in.conditions.of(1, both).at(Level.OR)
                + ")",
            Type.NUMBER,
            body.digits() + 4);
      }
      case 5 -> {
        String element = in.world.name("e");
        Scope both = scope.with(element(element, scope), Optional.empty(), Optional.empty());
        yield line(
            name,
            "(the "
                + element
                + " in earlier with "
                + draw.of("least ", "greatest ")
                + in.amounts.of(Unit.ONE, Form.DECIMAL, 1, both).at(Level.SUM)
                + ")."
                + taken
                + otherwise,
            amount,
            digits);
      }
      case 6 ->
          line(
              name,
              draw.of("first", "last")
                  + "(earlier ranked by "
                  + taken
                  + draw.of("", " descending")
                  + ")."
                  + taken
                  + otherwise,
              amount,
              digits);
      case 7 -> {
        String element = in.world.name("e");
        yield line(
            name,
            "sum("
                + element
                + "."
                + taken
                + " for "
                + element
                + " in earlier ranked by "
                + taken
                + draw.of("", " descending")
                + " take first "
                + draw.below(4)
                + ")",
            amount,
            digits + 2);
      }
      default ->
          line(
              name,
              "mean(earlier." + taken + ")" + otherwise,
              in.quantity(unit, Form.FRACTION),
              digits);
    };
  }

  /** Whole numbers, by a variable. */
  private Aggregates.Bound numbers(Scope scope) {
    String name = in.world.name("n");
    int from = draw.between(-2, 3);
    String text = name + " in " + from + " .. " + (from + draw.between(-2, 5));
    return new Aggregates.Bound(text, scope.with(Phrase.of(name, Level.POSTFIX, Type.NUMBER, 2)));
  }

  /** One value or two, what becomes of them, and a condition in so many of a hundred cases. */
  private Phrase turns(
      String word, String over, Unit unit, int depth, Scope inside, int conditions) {
    String value = in.world.name("c");
    String other = in.world.name("d");
    String goesOn =
        draw.chance(conditions)
            ? " while " + draw.of("abs(" + value + ") < ", value + " != ") + limit(unit)
            : "";
    Phrase each = in.amounts.of(unit, Form.DECIMAL, depth, inside);
    Phrase more = in.amounts.leaf(unit, Form.DECIMAL, inside);
    // In braces a line is an item, and a decision may be broken into lines.
    boolean several = draw.chance(35) && !(each.text() + more.text()).contains(" | ");
    String next = next(value, several ? other : more.at(Level.PRODUCT), each, several);
    String starts = value + " from " + start(unit);
    String body = next;
    if (several) {
      starts += ", " + other + " from " + start(unit);
      String part = in.world.name("part");
      body =
          "{ "
              + part
              + " = "
              + each.at(Level.SUM)
              + ", "
              + value
              + " = "
              + next(value, draw.of(other, part), each, true)
              + ", "
              + other
              + " = "
              + draw.of(
                  "max(" + other + ", " + value + ")",
                  other + " - " + part,
                  value,
                  "min(" + part + ", " + other + ")")
              + " }";
    }
    return Phrase.of(
        "(" + word + starts + over + goesOn + ": " + body + ")",
        Level.POSTFIX,
        in.quantity(unit, Form.DECIMAL),
        Math.max(each.digits(), more.digits()) + 6);
  }

  /** With its unit: not every formula would say it. */
  private String start(Unit unit) {
    return draw.chance(50) && unit.isOne() ? "0" : in.literals.any(unit).at(Level.SUM);
  }

  /** What does not gain places, or is rounded. */
  private String next(String value, String other, Phrase each, boolean several) {
    String amount = each.at(Level.PRODUCT);
    return switch (draw.below(8)) {
      case 0 -> "max(" + value + ", " + amount + ")";
      case 1 -> "min(" + value + " + " + other + ", " + amount + ")";
      case 2 -> value + " * " + draw.between(-2, 3) + " - " + amount;
      case 3 ->
          "round("
              + value
              + " * 0.75 + "
              + amount
              + " to "
              + draw.between(0, 12)
              + " places, half even)";
      case 4 ->
          several
              ? other
              : "(" + amount + " when " + value + " < " + other + " | " + value + " otherwise)";
      default -> value + draw.of(" + ", " - ") + draw.of(amount, amount, other);
    };
  }

  private String limit(Unit unit) {
    return in.literals.any(unit).at(Level.SUM);
  }
}
