package org.loadline.generated;

import java.util.List;
import java.util.Optional;
import org.loadline.generated.Phrase.Level;
import org.loadline.model.Type;
import org.loadline.model.Type.Form;
import org.loadline.model.Unit;

/** Formulas that are true or false. */
final class Conditions {
  private final Formulas in;
  private final Draw draw;

  Conditions(Formulas in) {
    this.in = in;
    this.draw = in.draw;
  }

  Phrase of(int depth, Scope scope) {
    if (depth > 0) {
      for (int tries = 0; tries < 4; tries++) {
        Optional<Phrase> made = made(depth - 1, scope);
        if (made.isPresent()) {
          return made.get();
        }
      }
    }
    return comparison(0, scope);
  }

  private Optional<Phrase> made(int depth, Scope scope) {
    if (draw.chance(8)) {
      Optional<Phrase> history = in.histories.condition(scope);
      if (history.isPresent()) {
        return history;
      }
    }
    return switch (draw.below(24)) {
      case 0, 1, 2, 3, 4, 5, 6 -> Optional.of(comparison(depth, scope));
      case 7, 8 -> Optional.of(both(depth, scope));
      case 9 -> Optional.of(flag("not " + of(depth, scope).at(Level.NOT), Level.NOT));
      case 10, 11 -> in.atom(scope, p -> p.type() instanceof Type.Flag);
      case 12, 13, 14 -> membership(depth, scope);
      case 15 -> Optional.of(range(depth, scope));
      case 16, 17 -> presence(scope);
      case 18, 19, 20 -> in.aggregates.condition(depth, scope);
      case 21 -> sameRow(scope);
      case 22 -> moments(scope);
      default -> words(scope);
    };
  }

  private static Phrase flag(String text, Level level) {
    return Phrase.of(text, level, Type.FLAG, 1);
  }

  private Phrase comparison(int depth, Scope scope) {
    Unit unit = in.someUnit(scope);
    Phrase a = in.amounts.of(unit, Form.FRACTION, depth, scope);
    Phrase b =
        draw.chance(20)
            ? in.atom(scope, p -> isUnlimited(p, unit))
                .orElseGet(() -> in.amounts.of(unit, Form.FRACTION, depth, scope))
            : draw.chance(15)
                ? Literals.zero(unit)
                : in.amounts.of(unit, Form.FRACTION, depth, scope);
    String sign = draw.of("=", "!=", "<", "<=", ">", ">=");
    String text = a.at(Level.SUM) + " " + sign + " " + b.at(Level.SUM);
    // A definition takes an `=` only in brackets.
    return sign.equals("=") ? flag("(" + text + ")", Level.POSTFIX) : flag(text, Level.COMPARISON);
  }

  private static boolean isUnlimited(Phrase p, Unit unit) {
    return !p.type().isOptional()
        && p.isQuantity()
        && p.quantity().orUnlimited()
        && p.unit().equals(unit);
  }

  private Phrase both(int depth, Scope scope) {
    Phrase a = of(depth, scope);
    Phrase b = of(depth, scope);
    return draw.chance(50)
        ? flag(a.at(Level.AND) + " and " + b.at(Level.NOT), Level.AND)
        : flag(a.at(Level.OR) + " or " + b.at(Level.AND), Level.OR);
  }

  private Optional<Phrase> membership(int depth, Scope scope) {
    Optional<Phrase> atom = in.atom(scope, p -> p.type() instanceof Type.OfChoice && p.isPresent());
    if (atom.isEmpty()) {
      return Optional.empty();
    }
    Type.OfChoice type = (Type.OfChoice) atom.get().type();
    List<String> members = in.world.choice(type.choice()).members();
    Phrase left = draw.chance(70) ? atom.get() : in.others.member(type, depth, scope);
    if (left.level().compareTo(Level.POSTFIX) < 0 || members.contains(left.text())) {
      left = atom.get();
    }
    if (draw.chance(25)) {
      String some =
          String.join(", ", draw.shuffled(members).subList(0, draw.between(1, members.size())));
      String word = draw.of(" in { ", " not in { ");
      return Optional.of(flag(left.text() + word + some + " }", Level.COMPARISON));
    }
    String sign = draw.of(" is ", " is ", " is not ", " < ", " >= ");
    return Optional.of(flag(left.text() + sign + draw.of(members), Level.COMPARISON));
  }

  private Phrase range(int depth, Scope scope) {
    Unit unit = in.someUnit(scope);
    Phrase a = in.amounts.of(unit, Form.FRACTION, depth, scope);
    Phrase low = in.amounts.of(unit, Form.FRACTION, depth, scope);
    Phrase high = in.amounts.of(unit, Form.FRACTION, depth, scope);
    return flag(
        a.at(Level.SUM)
            + draw.of(" in ", " not in ")
            + low.at(Level.SUM)
            + " .. "
            + high.at(Level.SUM),
        Level.COMPARISON);
  }

  /** Tests of what may be missing or unlimited. */
  private Optional<Phrase> presence(Scope scope) {
    String is = draw.of(" is ", " is not ");
    Optional<Phrase> optional =
        in.atom(scope, p -> p.type().isOptional() && !(p.type() instanceof Type.Nothing));
    Optional<Phrase> unlimited =
        in.atom(scope, p -> !p.type().isOptional() && p.isQuantity() && p.quantity().orUnlimited());
    return draw.chance(50)
        ? optional.map(p -> flag(p.text() + is + "none", Level.COMPARISON))
        : unlimited.map(p -> flag(p.text() + is + "unlimited", Level.COMPARISON));
  }

  private Optional<Phrase> sameRow(Scope scope) {
    List<Scope.Row> rows = scope.rows();
    if (rows.size() < 2) {
      return Optional.empty();
    }
    Scope.Row a = draw.of(rows);
    List<Scope.Row> others =
        rows.stream()
            .filter(r -> r.sheet() == a.sheet() && !r.text().equals(a.text()))
            .filter(r -> !r.path().equals(a.path()))
            .toList();
    if (others.isEmpty()) {
      return Optional.empty();
    }
    String is = draw.of(" is ", " is not ");
    return Optional.of(flag(a.text() + is + draw.of(others).text(), Level.COMPARISON));
  }

  private Optional<Phrase> moments(Scope scope) {
    Optional<Phrase> left =
        in.atom(scope, p -> p.type() instanceof Type.Instant || p.type() instanceof Type.Date);
    return left.map(
        l -> {
          Phrase right = in.of(l.type(), 1, scope);
          String sign = draw.of(" < ", " <= ", " > ", " >= ", " != ");
          return flag(l.text() + sign + right.at(Level.SUM), Level.COMPARISON);
        });
  }

  private Optional<Phrase> words(Scope scope) {
    Optional<Phrase> left = in.atom(scope, p -> p.type() instanceof Type.Text);
    return left.map(
        l ->
            flag(
                l.text() + draw.of(" is ", " is not ") + in.of(Type.TEXT, 0, scope).text(),
                Level.COMPARISON));
  }
}
