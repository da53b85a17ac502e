package org.loadline.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.generated.Phrase.Level;
import org.loadline.model.RowPath;
import org.loadline.model.Type;
import org.loadline.model.Type.Form;
import org.loadline.model.Unit;

/** Formulas that are neither plain amounts nor conditions. */
final class Others {
  private final Formulas in;
  private final Draw draw;

  Others(Formulas in) {
    this.in = in;
    this.draw = in.draw;
  }

  /** A member of a choice. */
  Phrase member(Type.OfChoice type, int depth, Scope scope) {
    List<String> members = in.world.choice(type.choice()).members();
    Optional<Phrase> atom = in.atom(scope, p -> p.type().equals(type));
    if (depth > 0 && draw.chance(60)) {
      int arms = draw.between(1, 3);
      List<Phrase> values = new ArrayList<>();
      List<Phrase> guards = new ArrayList<>();
      for (int i = 0; i < arms; i++) {
        values.add(member(type, depth - 1, scope));
        guards.add(in.conditions.of(depth - 1, scope));
      }
      values.add(member(type, 0, scope));
      return in.decision(values, guards, type);
    }
    return atom.isPresent() && draw.chance(60)
        ? atom.get()
        : Phrase.of(draw.of(members), Level.POSTFIX, type, 1);
  }

  Phrase text(int depth, Scope scope) {
    Optional<Phrase> atom = in.atom(scope, p -> p.type() instanceof Type.Text);
    return atom.isPresent() && depth > 0 && draw.chance(70)
        ? atom.get()
        : Phrase.of("\"" + SnapshotMaker.word(draw) + "\"", Level.POSTFIX, Type.TEXT, 1);
  }

  Phrase instant(int depth, Scope scope) {
    Optional<Phrase> atom = in.atom(scope, p -> p.type() instanceof Type.Instant);
    Phrase start =
        atom.isPresent() && draw.chance(80)
            ? atom.get()
            : Phrase.of(
                "2026-0" + draw.between(1, 9) + "-11T0" + draw.between(0, 9) + ":30Z",
                Level.POSTFIX,
                Type.INSTANT,
                12);
    if (depth == 0 || draw.chance(50)) {
      return start;
    }
    String length = draw.between(1, 40) + draw.of(" hours", " days", " minutes", " seconds");
    return Phrase.of(start.text() + draw.of(" + ", " - ") + length, Level.SUM, Type.INSTANT, 13);
  }

  Phrase date(Scope scope) {
    Optional<Phrase> atom = in.atom(scope, p -> p.type() instanceof Type.Date);
    Phrase start =
        atom.isPresent() && draw.chance(80)
            ? atom.get()
            : Phrase.of("2026-0" + draw.between(1, 9) + "-15", Level.POSTFIX, Type.DATE, 8);
    return draw.chance(60)
        ? start
        : Phrase.of(
            start.text() + draw.of(" + ", " - ") + draw.between(2, 90) + " days",
            Level.SUM,
            Type.DATE,
            9);
  }

  /** The first row with the least or greatest measure. */
  Phrase row(Type.RowOf type, Scope scope) {
    Sheet sheet = in.world.sheets.get(type.entity().index());
    return pick(in.aggregates.all(sheet), scope);
  }

  Phrase pick(Aggregates.Rows rows, Scope scope) {
    Sheet sheet = rows.sheet().orElseThrow();
    String variable = in.world.name("v");
    int root = in.world.root();
    RowPath path = new RowPath(root, variable, List.of());
    Scope inner =
        scope.with(new Scope.Row(variable, variable + ".", sheet, path), rows.up(), rows.parent());
    Unit unit = in.someUnit(inner);
    Phrase measure =
        in.amounts.of(World.isWritable(unit) ? unit : Unit.ONE, Form.FRACTION, 1, inner);
    String where = draw.chance(30) ? " where " + in.conditions.of(1, inner).at(Level.OR) : "";
    RowPath found = new RowPath(in.world.root(), Scope.PICKED, List.of(Scope.PICKED));
    String text =
        "the "
            + variable
            + " in "
            + rows.text()
            + where
            + " with "
            + draw.of("least ", "greatest ")
            + measure.at(Level.SUM);
    return Phrase.of(text, Level.EXPRESSION, sheet.row(found), 1).failing();
  }

  /** A value or `none`. */
  Phrase optional(Type of, int depth, Scope scope) {
    Optional<Phrase> atom =
        in.atom(scope, p -> p.type().isOptional() && p.type().present().equals(of));
    if (atom.isPresent() && draw.chance(25)) {
      return atom.get();
    }
    Type type = new Type.OrNone(of);
    if (of instanceof Type.Quantity q && !q.orUnlimited() && draw.chance(40)) {
      Optional<Phrase> left = in.amounts.fallible(q.unit(), q.form(), depth, scope);
      if (left.isPresent() && !left.get().type().isOptional()) {
        return Phrase.of(
            left.get().at(Level.OR) + " else none", Level.EXPRESSION, type, left.get().digits());
      }
    }
    Phrase value = in.of(of, depth, scope);
    Phrase none = Phrase.of("none", Level.POSTFIX, Type.NOTHING, 0);
    Phrase guard = in.conditions.of(depth, scope);
    return in.decision(
        draw.chance(50) ? List.of(value, none) : List.of(none, value), List.of(guard), type);
  }

  /** A number or `unlimited`. */
  Phrase unlimited(Type.Quantity type, int depth, Scope scope) {
    Phrase unlimited = Phrase.of("unlimited", Level.POSTFIX, type, 0);
    if (draw.chance(40)) {
      Optional<Phrase> left = in.amounts.fallible(type.unit(), type.form(), depth, scope);
      if (left.isPresent()) {
        return Phrase.of(
            left.get().at(Level.OR) + " else unlimited",
            Level.EXPRESSION,
            type,
            left.get().digits());
      }
    }
    Phrase value = in.amounts.of(type.unit(), type.form(), depth, scope);
    Phrase guard = in.conditions.of(depth, scope);
    return in.decision(List.of(value, unlimited), List.of(guard), type);
  }

  /** A decision in whose arm something optional or unlimited is known to be a number. */
  Optional<Phrase> narrowed(Unit unit, Form most, int depth, Scope scope) {
    Optional<Phrase> atom =
        in.atom(scope, p -> p.isQuantity() && !p.isPresent() && p.type() != Type.NOTHING);
    if (atom.isEmpty()) {
      return Optional.empty();
    }
    Phrase p = atom.get();
    List<String> tests = new ArrayList<>();
    if (p.type().isOptional()) {
      tests.add(p.text() + " is not none");
    }
    if (p.quantity().orUnlimited()) {
      tests.add(p.text() + " is not unlimited");
    }
    Phrase known = p.as(in.quantity(p.unit(), p.form()));
    Scope inner = scope.with(known);
    Optional<Phrase> used =
        p.unit().equals(unit) && p.form().compareTo(most) <= 0 && draw.chance(40)
            ? Optional.of(known)
            : Optional.empty();
    Phrase value = used.orElseGet(() -> in.amounts.of(unit, most, depth, inner));
    Phrase other = in.amounts.of(unit, most, depth, scope);
    Phrase guard = Phrase.of(String.join(" and ", tests), Level.AND, Type.FLAG, 1);
    return Optional.of(
        in.decision(
            List.of(value, other), List.of(guard), in.quantity(unit, Formulas.join(value, other))));
  }

  /** The functions of analysis, kept where their results stay short. */
  Optional<Phrase> analysis(Unit unit, int depth, Scope scope) {
    if (unit.equals(Unit.TIME)) {
      Optional<Phrase> left = in.atom(scope, p -> p.type() instanceof Type.Instant);
      return left.map(
          l ->
              Phrase.of(
                  l.text() + " - " + instant(0, scope).text(), Level.SUM, World.amount(unit), 14));
    }
    if (!unit.isOne() || draw.chance(60)) {
      return Optional.empty();
    }
    Phrase x = in.amounts.of(Unit.ONE, Form.FRACTION, depth, scope);
    String bounded = "clamp(" + x.at(Level.EXPRESSION) + ", -8, 9)";
    Phrase result =
        switch (draw.below(4)) {
          case 0 ->
              draw.chance(85)
                  ? function("exp(" + bounded + ")")
                  : Phrase.of(
                          "exp(" + x.at(Level.EXPRESSION) + ")", Level.POSTFIX, Type.NUMBER, 120)
                      .failing();
          case 1 -> function("ln(" + x.at(Level.EXPRESSION) + ")").failing();
          case 2 ->
              function(
                      "power("
                          + bounded
                          + ", "
                          + draw.of("0.5", "-0.5", "-1.5", "1.5", bounded)
                          + ")")
                  .failing();
          default -> function("normal_cdf(" + bounded + ")");
        };
    return Optional.of(result);
  }

  private static Phrase function(String text) {
    return Phrase.of(text, Level.POSTFIX, Type.NUMBER, 30);
  }
}
