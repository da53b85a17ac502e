package org.loadline.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.generated.Phrase.Level;
import org.loadline.model.Choice;
import org.loadline.model.Type;
import org.loadline.model.Type.Form;
import org.loadline.model.Unit;

/** Amounts in supposed worlds, and points that are searched. */
final class Supposed {
  private final Formulas in;
  private final Draw draw;

  Supposed(Formulas in) {
    this.in = in;
    this.draw = in.draw;
  }

  /** An amount where some inputs have other values. */
  Optional<Phrase> amount(Unit unit, Form most, int depth, Scope scope) {
    if (scope.readsInputsOnly()) {
      return Optional.empty();
    }
    Form form = most == Form.FRACTION ? most : Form.DECIMAL;
    Phrase body = in.amounts.of(unit, form, depth, scope.elsewhere());
    List<String> changes = new ArrayList<>();
    List<String> subjects = new ArrayList<>();
    for (int i = draw.between(1, 2); i > 0; i--) {
      Optional<Change> change =
          draw.chance(75) ? ofRows(scope) : draw.chance(50) ? system(scope) : param(scope);
      if (change.isPresent() && !subjects.contains(change.get().subject())) {
        subjects.add(change.get().subject());
        changes.add(change.get().text());
      }
    }
    boolean open = body.text().matches("-?0");
    if (changes.isEmpty() || open) {
      return Optional.empty();
    }
    Form given = body.form() == Form.DECIMAL ? Form.DECIMAL : Form.FRACTION;
    Phrase result =
        Phrase.of(
            body.at(Level.OR) + " given " + String.join(", ", changes),
            Level.BODY,
            in.quantity(unit, given),
            body.digits());
    return Optional.of(
        body.fails() && body.level() != Level.EXPRESSION ? result.failing() : result);
  }

  private record Change(String subject, String text) {}

  private Optional<Change> ofRows(Scope scope) {
    List<Sheet> sheets =
        in.world.sheets.stream().filter(s -> !s.columns.isEmpty() && s.isGiven()).toList();
    if (sheets.isEmpty()) {
      return Optional.empty();
    }
    Sheet sheet = draw.of(sheets);
    // Rows of a table are found by their first column.
    Column column = draw.of(sheet.columns.subList(sheet.ofTable ? 1 : 0, sheet.columns.size()));
    if (in.world.deciding.contains(column.name())) {
      return Optional.empty();
    }
    String subject = sheet.name() + "." + column.name();
    String family = "";
    if (!column.family().isEmpty()) {
      Choice choice = in.world.choice(column.family().getFirst());
      family = "(" + draw.of(choice.members()) + ")";
    }
    Scope own = Scope.of(in.world, draw.split(), sheet);
    Phrase value = value(column.type(), own);
    String where = draw.chance(30) ? " where " + in.conditions.of(1, own).at(Level.OR) : "";
    return Optional.of(new Change(subject, subject + family + " = " + operand(value) + where));
  }

  private Optional<Change> system(Scope scope) {
    if (in.world.system.isEmpty()) {
      return Optional.empty();
    }
    Column input = draw.of(in.world.system);
    Phrase value = value(input.type(), scope);
    return Optional.of(new Change(input.name(), input.name() + " = " + operand(value)));
  }

  private Optional<Change> param(Scope scope) {
    if (in.world.params.isEmpty()) {
      return Optional.empty();
    }
    Phrase param = draw.of(in.world.params);
    Phrase value = value(param.type(), scope);
    return Optional.of(new Change(param.text(), param.text() + " = " + operand(value)));
  }

  /** A comparison with `=` is no operand of a change. */
  private static String operand(Phrase value) {
    return value.at(value.type() instanceof Type.Flag ? Level.SUM : Level.OR);
  }

  /** A value of the type of an input: a decimal. */
  private Phrase value(Type type, Scope scope) {
    return switch (type) {
      case Type.OrNone(Type of) when draw.chance(50) -> value(of, scope);
      case Type.Quantity q when !q.orUnlimited() -> in.amounts.of(q.unit(), Form.DECIMAL, 2, scope);
      case Type.Quantity q -> value(in.quantity(q.unit(), Form.DECIMAL), scope);
      case Type other -> in.of(other, 1, scope);
    };
  }

  /** The first or last of some points. */
  Optional<Phrase> search(Unit unit, int depth, Scope scope) {
    if (!World.isWritable(unit)) {
      return Optional.empty();
    }
    String name = in.world.name("x");
    Phrase step = in.literals.aboveZero(unit);
    if (step.form() != Form.DECIMAL) {
      return Optional.empty();
    }
    Phrase point = Phrase.of(name, Level.POSTFIX, World.amount(unit), step.digits() + 4);
    Scope inner = scope.with(point);
    Phrase than = in.amounts.of(unit, Form.FRACTION, depth, inner);
    String size = step.at(Level.PRODUCT);
    String condition = name + draw.of(" < ", " >= ", " > ", " = ") + than.at(Level.SUM);
    if (draw.chance(40)) {
      condition += draw.of(" and ", " or ") + in.conditions.of(1, inner).at(Level.NOT);
    }
    String from = draw.of("-3", "0", "2");
    String text =
        draw.of("first ", "last ")
            + name
            + " in "
            + from
            + " * "
            + size
            + " .. "
            + draw.of("3", "5", "4.5")
            + " * "
            + size
            + " by "
            + size
            + " such that "
            + condition;
    return Optional.of(
        Phrase.of(text, Level.EXPRESSION, World.amount(unit), point.digits()).failing());
  }
}
