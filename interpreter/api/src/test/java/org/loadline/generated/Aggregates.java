package org.loadline.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.generated.Phrase.Level;
import org.loadline.model.Choice;
import org.loadline.model.RowPath;
import org.loadline.model.Type;
import org.loadline.model.Type.Form;
import org.loadline.model.Unit;

/** Formulas over rows. */
final class Aggregates {
  private final Formulas in;
  private final Draw draw;

  Aggregates(Formulas in) {
    this.in = in;
    this.draw = in.draw;
  }

  /** A collection; over children, {@code up} leads back to the row {@code parent}. */
  record Rows(
      String text,
      Optional<Sheet> sheet,
      Optional<World.WrittenTable> table,
      Optional<Choice> choice,
      Optional<Sheet.Link> up,
      Optional<RowPath> parent) {
    static Rows of(String text, Sheet sheet) {
      return new Rows(
          text,
          Optional.of(sheet),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
  }

  Rows all(Sheet sheet) {
    return Rows.of(sheet.plural, sheet);
  }

  List<Rows> collections(Scope scope) {
    List<Rows> found = new ArrayList<>();
    List<String> hidden = new ArrayList<>();
    for (Scope.Row row : scope.rows()) {
      for (Sheet sheet : in.world.sheets) {
        for (Sheet.Link link : sheet.links) {
          if (link.target() == row.sheet() && !link.plural().isEmpty()) {
            Rows children =
                new Rows(
                    row.prefix() + link.plural(),
                    Optional.of(sheet),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(link),
                    Optional.of(row.path()));
            found.add(children);
            found.add(children);
            hidden.add(children.text());
          }
        }
      }
    }
    for (Sheet sheet : in.world.sheets) {
      if (!hidden.contains(sheet.plural)) {
        found.add(all(sheet));
      }
    }
    return found;
  }

  private Rows some(Scope scope) {
    if (draw.chance(8)) {
      Choice choice = draw.of(in.world.choices);
      return new Rows(
          choice.ref().name(),
          Optional.empty(),
          Optional.empty(),
          Optional.of(choice),
          Optional.empty(),
          Optional.empty());
    }
    List<World.WrittenTable> tables =
        in.world.tables.stream()
            .filter(t -> t.columns().stream().noneMatch(c -> c.name().isEmpty()))
            .toList();
    if (draw.chance(6) && !tables.isEmpty()) {
      World.WrittenTable table = draw.of(tables);
      return new Rows(
          table.name(),
          Optional.empty(),
          Optional.of(table),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
    return draw.of(collections(scope));
  }

  /** A variable over the rows, and what can be read with it. */
  record Bound(String text, Scope scope) {}

  Bound bind(Rows rows, Scope scope) {
    String name = in.world.name("v");
    String text = name + " in " + rows.text();
    if (rows.sheet().isPresent()) {
      RowPath path = new RowPath(in.world.root(), name, List.of());
      Scope.Row row = new Scope.Row(name, name + ".", rows.sheet().get(), path);
      Scope inside = scope.with(row, rows.up(), rows.parent());
      return new Bound(text + ranking(inside, 15), inside);
    }
    Scope inner = scope;
    if (rows.choice().isPresent()) {
      Type type = new Type.OfChoice(rows.choice().get().ref());
      inner = inner.with(Phrase.of(name, Level.POSTFIX, type, 1));
    }
    for (World.TableColumn column :
        rows.table().map(World.WrittenTable::columns).orElse(List.of())) {
      String part = name + "." + column.name();
      inner = inner.with(Phrase.of(part, Level.POSTFIX, column.type(), column.digits()));
    }
    return new Bound(text, inner);
  }

  /** An order of the rows that a scope speaks of, in so many of a hundred cases. */
  String ranking(Scope rows, int chance) {
    if (!draw.chance(chance)) {
      return "";
    }
    String order = " ranked by " + in.amounts.of(Unit.ONE, Form.FRACTION, 1, rows).at(Level.SUM);
    order += draw.chance(50) ? " descending" : "";
    return order + (draw.chance(60) ? " take first " + draw.below(4) : "");
  }

  /** An order of the rows that a scope speaks of. */
  String order(Scope rows) {
    String key = in.amounts.of(Unit.ONE, Form.FRACTION, 1, rows).at(Level.SUM);
    return " ranked by " + key + (draw.chance(50) ? " descending" : "");
  }

  /** An order in short form, most of the time. */
  String orderOf(Rows rows) {
    return ranking(element(rows), 80);
  }

  Optional<Phrase> amount(Unit unit, Form most, int depth, Scope scope) {
    int kind = draw.below(13);
    if ((kind == 4 || kind == 5) && World.isWritable(unit)) {
      return Optional.of(in.ordered.carried(unit, depth, scope));
    }
    if (unit.isOne() && kind == 6) {
      return in.ordered.place(scope);
    }
    if (unit.isOne() && kind == 0) {
      return Optional.of(count(scope, depth));
    }
    if (kind == 1) {
      return picked(unit, most, scope);
    }
    if (kind == 2 || kind == 3) {
      return brief(unit, most, scope);
    }
    String word = draw.of("sum", "sum", "sum", "sum", "min", "max", "mean", "weighted");
    boolean mean = word.equals("mean") || word.equals("weighted");
    if (mean && most != Form.FRACTION) {
      word = "sum";
    }
    Form inside =
        switch (word) {
          case "min", "max" -> most;
          default -> most == Form.DECIMAL ? Form.DECIMAL : Form.FIXED_FRACTION;
        };
    if (mean && word.equals("mean")) {
      inside = Form.DECIMAL;
    }
    Bound bound = bind(some(scope), scope);
    String binders = bound.text();
    Scope inner = bound.scope();
    if (draw.chance(12)) {
      Bound second = bind(draw.of(collections(inner)), inner);
      binders += ", " + second.text();
      inner = second.scope();
    }
    Phrase body = in.amounts.of(unit, inside, Math.min(depth, 2), inner);
    return Optional.of(full(word, body, binders, inner, unit));
  }

  private Phrase full(String word, Phrase body, String binders, Scope inner, Unit unit) {
    String where = draw.chance(40) ? " where " + in.conditions.of(1, inner).at(Level.OR) : "";
    String weight = "";
    String name = word;
    if (word.equals("weighted")) {
      name = "mean";
      Phrase by = in.amounts.of(Unit.ONE, Form.DECIMAL, 1, inner);
      weight = " weighted by " + by.at(Level.SUM);
    }
    // An `else` before `for` answers row by row; before `weighted` it would take it along.
    Level level = weight.isEmpty() ? Level.EXPRESSION : Level.OR;
    Form form = name.equals("mean") ? Form.FRACTION : body.form();
    Phrase result =
        Phrase.of(
            name + "(" + body.at(level) + weight + " for " + binders + where + ")",
            Level.POSTFIX,
            in.quantity(unit, form),
            body.digits() + 4);
    return name.equals("sum") ? result : result.failing();
  }

  private Phrase count(Scope scope, int depth) {
    if (draw.chance(50)) {
      Rows rows = draw.of(collections(scope));
      String where =
          draw.chance(60) ? " where " + in.conditions.of(1, element(rows)).at(Level.OR) : "";
      return Phrase.of("count(" + rows.text() + where + ")", Level.POSTFIX, Type.NUMBER, 4);
    }
    Bound bound = bind(some(scope), scope);
    String variable = bound.text().substring(0, bound.text().indexOf(' '));
    String where = " where " + in.conditions.of(depth, bound.scope()).at(Level.OR);
    return Phrase.of(
        "count(" + variable + " for " + bound.text() + where + ")", Level.POSTFIX, Type.NUMBER, 4);
  }

  /** What a filter in short form speaks of. */
  private Scope element(Rows rows) {
    Sheet sheet = rows.sheet().orElseThrow();
    RowPath path = new RowPath(in.world.root(), sheet.name(), List.of());
    return Scope.whole(in.world, draw)
        .with(new Scope.Row(sheet.name(), "", sheet, path), Optional.empty(), Optional.empty());
  }

  /** `sum(positions.size where …)`. */
  private Optional<Phrase> brief(Unit unit, Form most, Scope scope) {
    Rows rows = draw.of(collections(scope));
    RowPath path = new RowPath(in.world.root(), rows.text(), List.of());
    Scope.Row row = new Scope.Row(rows.text(), rows.text() + ".", rows.sheet().orElseThrow(), path);
    Scope mapped = Scope.whole(in.world, draw).with(row, rows.up(), rows.parent());
    String word = draw.of("sum", "sum", "min", "max", "mean");
    boolean mean = word.equals("mean");
    Form inside =
        mean || most == Form.DECIMAL
            ? Form.DECIMAL
            : word.equals("sum") ? Form.FIXED_FRACTION : most;
    if (mean && most != Form.FRACTION) {
      return Optional.empty();
    }
    Optional<Phrase> body =
        in.amount(mapped, unit, inside).filter(p -> p.text().startsWith(rows.text() + "."));
    if (body.isPresent() && draw.chance(20) && body.get().form() == Form.DECIMAL) {
      return in.histories.statistic(body.get().text(), unit, most, body.get().digits());
    }
    return body.map(
        b -> {
          String where =
              draw.chance(40) ? " where " + in.conditions.of(1, element(rows)).at(Level.OR) : "";
          Phrase result =
              Phrase.of(
                  word + "(" + b.text() + where + ")",
                  Level.POSTFIX,
                  in.quantity(unit, mean ? Form.FRACTION : b.form()),
                  b.digits() + 4);
          return word.equals("sum") ? result : result.failing();
        });
  }

  /** `(the x in xs with least …).part`. */
  private Optional<Phrase> picked(Unit unit, Form most, Scope scope) {
    if (!World.isWritable(unit)) {
      return Optional.empty();
    }
    Rows rows = draw.of(collections(scope));
    Sheet sheet = rows.sheet().orElseThrow();
    List<Phrase> parts = new ArrayList<>();
    Scope own = Scope.of(in.world, draw, sheet);
    for (Phrase part : own.atoms()) {
      boolean ofRow =
          sheet.columns.stream().anyMatch(c -> part.text().equals(c.name()))
              || sheet.facts.stream().anyMatch(f -> f.text().equals(part.text()));
      if (ofRow
          && part.isPlainQuantity()
          && part.unit().equals(unit)
          && part.form().compareTo(most) <= 0) {
        parts.add(part);
      }
    }
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    Phrase part = draw.of(parts);
    if (draw.chance(40)) {
      String order = orderOf(rows);
      String end = draw.of("first", "last") + "(" + rows.text() + order + ")";
      return Optional.of(
          Phrase.of(end + "." + part.text(), Level.POSTFIX, part.type(), part.digits()).failing());
    }
    Phrase row = in.others.pick(rows, scope);
    return Optional.of(
        Phrase.of("(" + row.text() + ")." + part.text(), Level.POSTFIX, part.type(), part.digits())
            .failing());
  }

  Optional<Phrase> condition(int depth, Scope scope) {
    String word = draw.of("any", "all");
    if (draw.chance(30)) {
      Rows rows = draw.of(collections(scope));
      RowPath path = new RowPath(in.world.root(), rows.text(), List.of());
      Scope.Row row =
          new Scope.Row(rows.text(), rows.text() + ".", rows.sheet().orElseThrow(), path);
      Scope mapped = Scope.whole(in.world, draw).with(row, rows.up(), rows.parent());
      Optional<Phrase> left =
          in.atom(mapped, p -> p.isPlainQuantity() && p.text().startsWith(rows.text() + "."));
      return left.filter(l -> World.isWritable(l.unit()))
          .map(
              l -> {
                Phrase right = in.literals.any(l.unit());
                String sign = draw.of(" < ", " >= ", " != ");
                return Phrase.of(
                    word + "(" + l.text() + sign + right.at(Level.SUM) + ")",
                    Level.POSTFIX,
                    Type.FLAG,
                    1);
              });
    }
    Bound bound = bind(some(scope), scope);
    Phrase body = in.conditions.of(Math.min(depth, 1), bound.scope());
    String where =
        draw.chance(30) ? " where " + in.conditions.of(1, bound.scope()).at(Level.OR) : "";
    return Optional.of(
        Phrase.of(
            word + "(" + body.at(Level.OR) + " for " + bound.text() + where + ")",
            Level.POSTFIX,
            Type.FLAG,
            1));
  }
}
