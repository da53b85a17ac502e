package org.loadline.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.generated.Phrase.Level;
import org.loadline.model.Type.Form;
import org.loadline.model.Unit;

/** Formulas that are amounts of a unit. */
final class Amounts {
  private final Formulas in;
  private final Draw draw;

  Amounts(Formulas in) {
    this.in = in;
    this.draw = in.draw;
  }

  Phrase of(Unit unit, Form most, int depth, Scope scope) {
    if (depth > 0 && !draw.chance(12)) {
      for (int tries = 0; tries < 5; tries++) {
        Optional<Phrase> made = made(unit, most, depth - 1, scope);
        if (made.isPresent() && made.get().digits() <= Formulas.MOST_DIGITS) {
          return made.get();
        }
      }
    }
    return leaf(unit, most, scope);
  }

  /** Something that can be read, else a written amount. */
  Phrase leaf(Unit unit, Form most, Scope scope) {
    boolean writable = World.isWritable(unit);
    if (!writable || draw.chance(80)) {
      Optional<Phrase> atom = in.amount(scope, unit, most);
      if (atom.isPresent()) {
        return atom.get();
      }
    }
    for (int tries = 0; writable && tries < 20; tries++) {
      Phrase literal = in.literals.any(unit);
      if (literal.form().compareTo(most) <= 0) {
        return literal;
      }
    }
    Optional<Phrase> fraction = in.amount(scope, unit, Form.FRACTION);
    return fraction.map(f -> places(f, unit)).orElse(Literals.zero(unit));
  }

  private Optional<Phrase> made(Unit unit, Form most, int depth, Scope scope) {
    if (draw.chance(12)) {
      Optional<Phrase> history = in.histories.amount(unit, most, scope);
      if (history.isPresent()) {
        return history;
      }
    }
    return switch (draw.below(49)) {
      case 0, 1, 2, 3, 4 -> sum(unit, most, depth, scope);
      case 5, 6, 7, 8, 9 -> product(unit, most, depth, scope);
      case 10, 11, 12, 13 -> quotient(unit, most, depth, scope);
      case 14, 15 -> size(unit, most, depth, scope);
      case 16, 17, 18 -> extreme(unit, most, depth, scope);
      case 19, 20, 21 -> rounded(unit, depth, scope);
      case 22 -> root(unit, depth, scope);
      case 23, 24, 25 -> decided(unit, most, depth, scope);
      case 26, 27, 28 -> answered(unit, most, depth, scope);
      case 29, 30, 31, 32, 33, 34 -> in.aggregates.amount(unit, most, depth, scope);
      case 35 -> plain(unit, most, depth, scope);
      case 36 -> power(unit, most, depth, scope);
      case 37 -> remainder(unit, most, depth, scope);
      case 38, 39, 40 -> in.lookups.table(unit, most, depth, scope);
      case 41, 42 -> in.lookups.call(unit, most, depth, scope);
      case 43 -> in.others.analysis(unit, depth, scope);
      case 44 -> answeredSearch(unit, depth, scope);
      default -> in.supposed.amount(unit, most, depth, scope);
    };
  }

  private Optional<Phrase> answeredSearch(Unit unit, int depth, Scope scope) {
    Optional<Phrase> search = in.supposed.search(unit, depth, scope);
    return search.filter(s -> draw.chance(50)).isPresent()
        ? search.map(
            s ->
                Phrase.of(
                    s.text() + " else " + leaf(unit, Form.DECIMAL, scope).at(Level.OR),
                    Level.EXPRESSION,
                    s.type(),
                    s.digits()))
        : search;
  }

  private Optional<Phrase> sum(Unit unit, Form most, int depth, Scope scope) {
    Phrase a = of(unit, most, depth, scope);
    boolean less = draw.chance(20);
    Phrase b =
        less || draw.chance(95)
            ? of(less ? Unit.ONE : unit, most, depth, scope)
            : Literals.zero(unit);
    String text = a.at(Level.SUM) + draw.of(less ? " less " : " + ", less ? " less " : " - ");
    int digits = less ? a.digits() + b.digits() + 1 : added(a, b);
    return Optional.of(
        Phrase.of(
            text + b.at(Level.PRODUCT), Level.SUM, in.quantity(unit, Formulas.join(a, b)), digits));
  }

  /** Sums of fractions multiply denominators. */
  private static int added(Phrase a, Phrase b) {
    boolean fraction = Formulas.join(a, b) != Form.DECIMAL;
    return fraction ? a.digits() + b.digits() + 1 : Math.max(a.digits(), b.digits()) + 1;
  }

  private Optional<Phrase> product(Unit unit, Form most, int depth, Scope scope) {
    Unit left = draw.chance(40) ? Unit.ONE : in.someUnit(scope);
    Unit right = unit.dividedBy(left);
    if (!in.isSayable(scope, left) || !in.isSayable(scope, right)) {
      return Optional.empty();
    }
    Phrase a = of(left, most, depth, scope);
    Phrase b = of(right, most, depth, scope);
    return Optional.of(
        Phrase.of(
            a.at(Level.PRODUCT) + " * " + b.at(Level.SIGNED),
            Level.PRODUCT,
            in.quantity(unit, Formulas.join(a, b)),
            a.digits() + b.digits()));
  }

  Optional<Phrase> quotient(Unit unit, Form most, int depth, Scope scope) {
    if (draw.chance(25)) {
      Phrase a = of(unit, most, depth, scope);
      Phrase b = in.literals.ending();
      return Optional.of(
          Phrase.of(
              a.at(Level.PRODUCT) + " / " + b.at(Level.SIGNED),
              Level.PRODUCT,
              a.type(),
              a.digits() + 4));
    }
    Unit below = in.someUnit(scope);
    Unit above = unit.times(below);
    if (!in.isSayable(scope, above)) {
      return Optional.empty();
    }
    return switch (most) {
      case DECIMAL -> Optional.empty();
      case FIXED_FRACTION -> fixed(unit, depth, scope);
      case FRACTION -> {
        Phrase a = of(above, most, depth, scope);
        Phrase b = divisor(below, depth, scope);
        yield Optional.of(divided(a, b, unit, Form.FRACTION));
      }
    };
  }

  /** A divisor that is no written zero: it may be zero all the same. */
  private Phrase divisor(Unit unit, int depth, Scope scope) {
    Phrase b = of(unit, Form.FRACTION, depth, scope);
    return b.fixed() || b.text().equals("0")
        ? in.amount(scope, unit, Form.FRACTION).orElse(in.literals.aboveZero(unit))
        : b;
  }

  private Optional<Phrase> fixed(Unit unit, int depth, Scope scope) {
    List<Phrase> params = new ArrayList<>(in.world.params);
    params.removeIf(p -> !p.isPlainQuantity());
    Phrase b =
        params.isEmpty() || draw.chance(50)
            ? Phrase.of(
                draw.of("3", "7", "9", "11", "60"), Level.POSTFIX, World.amount(Unit.ONE), 2)
            : draw.of(params);
    Unit above = unit.times(b.unit());
    if (!in.isSayable(scope, above)) {
      return Optional.empty();
    }
    Phrase a = of(above, Form.FIXED_FRACTION, depth, scope);
    return Optional.of(divided(a, b, unit, Form.FIXED_FRACTION));
  }

  private Phrase divided(Phrase a, Phrase b, Unit unit, Form form) {
    Phrase result =
        Phrase.of(
            a.at(Level.PRODUCT) + " / " + b.at(Level.SIGNED),
            Level.PRODUCT,
            in.quantity(unit, form),
            a.digits() + b.digits());
    boolean written = Character.isDigit(b.text().charAt(0));
    return written ? result : result.failing();
  }

  private Optional<Phrase> size(Unit unit, Form most, int depth, Scope scope) {
    Phrase a = of(unit, most, depth, scope);
    if (unit.isOne() && draw.chance(20)) {
      Unit any = in.someUnit(scope);
      Phrase b = of(any, Form.FRACTION, depth, scope);
      return Optional.of(
          Phrase.of("sign(" + b.at(Level.EXPRESSION) + ")", Level.POSTFIX, World.amount(unit), 1));
    }
    if (draw.chance(50)) {
      return Optional.of(
          Phrase.of("abs(" + a.at(Level.EXPRESSION) + ")", Level.POSTFIX, a.type(), a.digits()));
    }
    return Optional.of(Phrase.of("-" + a.at(Level.SIGNED), Level.SIGNED, a.type(), a.digits()));
  }

  private Optional<Phrase> extreme(Unit unit, Form most, int depth, Scope scope) {
    Phrase a = of(unit, most, depth, scope);
    Phrase b = of(unit, most, depth, scope);
    List<Phrase> parts = new ArrayList<>(List.of(a, draw.chance(15) ? Literals.zero(unit) : b));
    String word = draw.of("min", "max", "clamp");
    if (word.equals("clamp") || draw.chance(20)) {
      parts.add(of(unit, most, depth, scope));
    }
    if (!word.equals("clamp") && draw.chance(20)) {
      in.atom(scope, p -> isUnlimited(p, unit, most)).ifPresent(parts::addFirst);
    }
    List<String> texts = parts.stream().map(p -> p.at(Level.EXPRESSION)).toList();
    boolean finite = parts.stream().allMatch(Phrase::isPlainQuantity) || word.equals("min");
    if (!finite) {
      return Optional.empty();
    }
    Form form = Formulas.join(parts.toArray(new Phrase[0]));
    int digits = parts.stream().mapToInt(Phrase::digits).max().orElse(1);
    return Optional.of(
        Phrase.of(
            word + "(" + String.join(", ", texts) + ")",
            Level.POSTFIX,
            in.quantity(unit, form),
            digits));
  }

  private static boolean isUnlimited(Phrase p, Unit unit, Form most) {
    return !p.type().isOptional()
        && p.isQuantity()
        && p.quantity().orUnlimited()
        && p.unit().equals(unit)
        && p.form().compareTo(most) <= 0;
  }

  private Optional<Phrase> rounded(Unit unit, int depth, Scope scope) {
    Phrase inside = of(unit, Form.FRACTION, depth, scope);
    return Optional.of(step(inside.at(Level.EXPRESSION), inside, unit, scope));
  }

  /** The root of a product of two amounts or of a plain number. */
  private Optional<Phrase> root(Unit unit, int depth, Scope scope) {
    Unit square = unit.power(2);
    if (!unit.isOne() && !in.isSayable(scope, square)) {
      return Optional.empty();
    }
    Phrase inside = of(square, Form.FRACTION, depth, scope);
    String text = "sqrt(" + inside.at(Level.EXPRESSION) + ")";
    return Optional.of(step(text, inside, unit, scope).failing());
  }

  /** Under a rounding word. */
  private Phrase step(String text, Phrase inside, Unit unit, Scope scope) {
    String word = draw.of("floor", "ceil", "truncate", "away", "round", "round");
    String ties = word.equals("round") ? ", half " + draw.of("even", "up") : "";
    String to;
    int digits = inside.digits() + 6;
    if (unit.isOne() && draw.chance(25)) {
      to = "";
    } else if (draw.chance(5) && in.amount(scope, Unit.ONE, Form.DECIMAL).isPresent()) {
      to =
          " to " + in.amount(scope, Unit.ONE, Form.DECIMAL).orElseThrow().at(Level.SUM) + " places";
      digits += 100;
    } else if (draw.chance(50) || !World.isWritable(unit)) {
      to = " to " + draw.of(0, 1, 2, 6, 18, 27) + " places";
      digits += 20;
    } else if (draw.chance(25) && in.amount(scope, unit, Form.DECIMAL).isPresent()) {
      to = " to " + in.amount(scope, unit, Form.DECIMAL).orElseThrow().at(Level.SUM);
      digits += 20;
    } else {
      Phrase size = in.literals.aboveZero(unit);
      boolean fraction = size.form() != Form.DECIMAL;
      to = fraction ? " to 3 places" : " to " + size.at(Level.SUM);
      digits += 10;
    }
    Phrase result =
        Phrase.of(
            word + "(" + text + to + ties + ")",
            Level.POSTFIX,
            World.amount(unit),
            Math.min(digits, Formulas.MOST_DIGITS));
    return inside.fails() ? result.failing() : result;
  }

  private Phrase places(Phrase fraction, Unit unit) {
    return Phrase.of(
        "floor(" + fraction.at(Level.EXPRESSION) + " to 6 places)",
        Level.POSTFIX,
        World.amount(unit),
        fraction.digits());
  }

  private Optional<Phrase> decided(Unit unit, Form most, int depth, Scope scope) {
    Optional<Phrase> narrowed =
        draw.chance(25) ? in.others.narrowed(unit, most, depth, scope) : Optional.empty();
    if (narrowed.isPresent()) {
      return narrowed;
    }
    List<Phrase> values = new ArrayList<>();
    List<Phrase> guards = new ArrayList<>();
    int arms = draw.between(1, 3);
    for (int i = 0; i < arms; i++) {
      values.add(of(unit, most, depth, scope));
      guards.add(in.conditions.of(depth, scope));
    }
    values.add(draw.chance(15) ? Literals.zero(unit) : of(unit, most, depth, scope));
    Form form = Formulas.join(values.toArray(new Phrase[0]));
    return Optional.of(in.decision(values, guards, in.quantity(unit, form)));
  }

  /** Something that may fail or be missing, and what answers for it. */
  private Optional<Phrase> answered(Unit unit, Form most, int depth, Scope scope) {
    return fallible(unit, most, depth, scope)
        .map(
            left -> {
              Phrase right = draw.chance(25) ? Literals.zero(unit) : of(unit, most, depth, scope);
              Phrase result =
                  Phrase.of(
                      left.at(Level.OR) + " else " + right.at(Level.OR),
                      Level.EXPRESSION,
                      in.quantity(unit, Formulas.join(left, right)),
                      Math.max(left.digits(), right.digits()));
              return right.fails() && right.level() != Level.EXPRESSION ? result.failing() : result;
            });
  }

  /** Something that `else` can answer for. */
  Optional<Phrase> fallible(Unit unit, Form most, int depth, Scope scope) {
    Optional<Phrase> missing =
        in.atom(scope, p -> isOptional(p, unit, most))
            .or(
                () -> {
                  List<Phrase> paths =
                      scope.missable().stream()
                          .filter(p -> p.isPlainQuantity() && p.unit().equals(unit))
                          .filter(p -> p.form().compareTo(most) <= 0)
                          .toList();
                  return paths.isEmpty() ? Optional.empty() : Optional.of(draw.of(paths));
                });
    if (missing.isPresent() && draw.chance(50)) {
      return missing;
    }
    for (int tries = 0; tries < 6; tries++) {
      Optional<Phrase> made =
          switch (draw.below(6)) {
            case 0, 1 -> quotient(unit, most, depth, scope);
            case 2 -> rounded(unit, depth, scope);
            case 3 -> in.lookups.table(unit, most, depth, scope);
            case 4 -> in.others.analysis(unit, depth, scope);
            default -> in.aggregates.amount(unit, most, depth, scope);
          };
      if (made.isPresent() && made.get().fails()) {
        return made;
      }
    }
    return missing;
  }

  private static boolean isOptional(Phrase p, Unit unit, Form most) {
    return p.type().isOptional()
        && p.isQuantity()
        && !p.quantity().orUnlimited()
        && p.unit().equals(unit)
        && p.form().compareTo(most) <= 0;
  }

  /** Another unit, dropped. */
  private Optional<Phrase> plain(Unit unit, Form most, int depth, Scope scope) {
    Unit other = in.someUnit(scope);
    if (!unit.isOne() || other.isOne()) {
      return Optional.empty();
    }
    Phrase a = of(other, most, depth, scope);
    Phrase result =
        Phrase.of(
            a.at(Level.POSTFIX) + " as number",
            Level.CAST,
            in.quantity(Unit.ONE, a.form()),
            a.digits());
    boolean open = a.text().equals("0") || a.text().equals("-0");
    return open ? Optional.empty() : Optional.of(a.fails() ? result.failing() : result);
  }

  private Optional<Phrase> power(Unit unit, Form most, int depth, Scope scope) {
    Optional<Unit> root = unit.isOne() ? Optional.of(unit) : unit.squareRoot();
    if (root.isEmpty() || !in.isSayable(scope, root.get())) {
      return Optional.empty();
    }
    Phrase a = of(root.get(), most, depth, scope);
    int exponent = unit.isOne() ? draw.between(0, 4) : 2;
    return Optional.of(
        Phrase.of(
            "power(" + a.at(Level.EXPRESSION) + ", " + exponent + ")",
            Level.POSTFIX,
            in.quantity(unit, a.form()),
            Math.max(1, a.digits() * exponent)));
  }

  private Optional<Phrase> remainder(Unit unit, Form most, int depth, Scope scope) {
    Phrase a = of(unit, most, depth, scope);
    Phrase b = of(unit, most, depth, scope);
    return Optional.of(
        Phrase.of(
                "remainder(" + a.at(Level.EXPRESSION) + ", " + b.at(Level.EXPRESSION) + ")",
                Level.POSTFIX,
                in.quantity(unit, Formulas.join(a, b)),
                a.digits() + b.digits())
            .failing());
  }
}
