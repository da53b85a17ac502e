package org.loadline.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.loadline.generated.Phrase.Level;
import org.loadline.model.Type;
import org.loadline.model.Type.Form;
import org.loadline.model.Unit;

/** Formulas of a wanted type, by family; each is as deep as it is told. */
final class Formulas {
  /** About the most digits that a formula may have: far below where a number is too long. */
  static final int MOST_DIGITS = 150;

  final World world;
  final Draw draw;
  final Literals literals;
  final Amounts amounts;
  final Conditions conditions;
  final Aggregates aggregates;
  final Ordered ordered;
  final Lookups lookups;
  final Others others;
  final Supposed supposed;
  final Histories histories;
  final Remembered remembered;

  Formulas(World world, Draw draw) {
    this.world = world;
    this.draw = draw;
    this.literals = new Literals(draw);
    this.amounts = new Amounts(this);
    this.conditions = new Conditions(this);
    this.aggregates = new Aggregates(this);
    this.ordered = new Ordered(this);
    this.lookups = new Lookups(this);
    this.others = new Others(this);
    this.supposed = new Supposed(this);
    this.histories = new Histories(this);
    this.remembered = new Remembered(this);
  }

  /** A formula of that type; quantities have at most the form that the type says. */
  Phrase of(Type type, int depth, Scope scope) {
    return switch (type) {
      case Type.Quantity q when q.orUnlimited() -> others.unlimited(q, depth, scope);
      case Type.Quantity q -> amounts.of(q.unit(), q.form(), depth, scope);
      case Type.Flag flag -> conditions.of(depth, scope);
      case Type.OfChoice choice -> others.member(choice, depth, scope);
      case Type.Text text -> others.text(depth, scope);
      case Type.Instant instant -> others.instant(depth, scope);
      case Type.Date date -> others.date(scope);
      case Type.RowOf row -> others.row(row, scope);
      case Type.OrNone(Type of) -> others.optional(of, depth, scope);
      case Type.Nothing nothing -> Phrase.of("none", Level.POSTFIX, type, 0);
    };
  }

  List<Phrase> atoms(Scope scope, Predicate<Phrase> wanted) {
    return scope.atoms().stream().filter(wanted).toList();
  }

  Optional<Phrase> atom(Scope scope, Predicate<Phrase> wanted) {
    List<Phrase> found = atoms(scope, wanted);
    return found.isEmpty() ? Optional.empty() : Optional.of(draw.of(found));
  }

  /** A quantity that can be read here, of that unit and at most that form. */
  Optional<Phrase> amount(Scope scope, Unit unit, Form most) {
    return atom(
        scope,
        p ->
            p.isPlainQuantity()
                && p.unit().equals(unit)
                && p.form().compareTo(most) <= 0
                && p.digits() <= MOST_DIGITS);
  }

  /** Whether some amount of that unit can be said here without much ado. */
  boolean isSayable(Scope scope, Unit unit) {
    return World.isWritable(unit)
        || scope.atoms().stream().anyMatch(p -> p.isPlainQuantity() && p.unit().equals(unit));
  }

  /** A unit that something here has. */
  Unit someUnit(Scope scope) {
    List<Unit> units = new ArrayList<>(List.of(Unit.ONE));
    world.units.forEach(u -> units.add(Unit.of(u, Optional.empty())));
    scope.atoms().stream().filter(Phrase::isPlainQuantity).map(Phrase::unit).forEach(units::add);
    return draw.of(units);
  }

  Type.Quantity quantity(Unit unit, Form form) {
    return new Type.Quantity(unit, form, false);
  }

  /** `(a when c | b when d | e otherwise)`, without its brackets. */
  Phrase decision(List<Phrase> values, List<Phrase> guards, Type type) {
    StringBuilder text = new StringBuilder();
    int digits = 0;
    for (int i = 0; i < values.size(); i++) {
      text.append(i > 0 ? " | " : "").append(values.get(i).at(Level.EXPRESSION));
      text.append(i < guards.size() ? " when " + guards.get(i).at(Level.OR) : " otherwise");
      digits = Math.max(digits, values.get(i).digits());
    }
    return Phrase.of(text.toString(), Level.BODY, type, digits);
  }

  /** The join of forms. */
  static Form join(Phrase... parts) {
    Form form = Form.DECIMAL;
    for (Phrase part : parts) {
      form = form.join(part.form());
    }
    return form;
  }
}
