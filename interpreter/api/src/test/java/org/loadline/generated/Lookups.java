package org.loadline.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.generated.Phrase.Level;
import org.loadline.model.Type;
import org.loadline.model.Type.Form;
import org.loadline.model.Unit;

/** Tables, rows by their keys, and whatever else takes arguments. */
final class Lookups {
  private final Formulas in;
  private final Draw draw;

  Lookups(Formulas in) {
    this.in = in;
    this.draw = in.draw;
  }

  Optional<Phrase> table(Unit unit, Form most, int depth, Scope scope) {
    return switch (draw.below(5)) {
      case 0, 1 -> written(unit, most, depth, scope);
      case 2, 3 -> fromSnapshot(unit, depth, scope);
      default -> byKey(unit, most, scope);
    };
  }

  private Optional<Phrase> written(Unit unit, Form most, int depth, Scope scope) {
    List<World.WrittenTable> tables =
        in.world.tables.stream().filter(t -> fits(t, unit, most)).toList();
    if (tables.isEmpty()) {
      return Optional.empty();
    }
    World.WrittenTable table = draw.of(tables);
    Form wanted =
        switch (table.form()) {
          case ROW, GRID -> Form.FRACTION;
          case MARGINAL, LINEAR, LINEAR_GRID -> most;
        };
    List<String> keys = new ArrayList<>();
    Form form = Form.DECIMAL;
    int digits = 20;
    for (Type key : table.keys()) {
      Phrase phrase =
          key instanceof Type.Quantity q
              ? in.amounts.of(q.unit(), wanted, depth, scope)
              : in.of(key, depth, scope);
      if (phrase.isQuantity()) {
        form = form.join(phrase.form());
        digits += phrase.digits();
      }
      keys.add(phrase.at(Level.EXPRESSION));
    }
    form =
        switch (table.form()) {
          case ROW, GRID -> Form.DECIMAL;
          case MARGINAL -> form;
          case LINEAR, LINEAR_GRID -> form.join(Form.FIXED_FRACTION);
        };
    World.TableColumn column = draw.of(columns(table, unit));
    boolean grid =
        table.form() == World.WrittenTable.Form.GRID
            || table.form() == World.WrittenTable.Form.LINEAR_GRID;
    String text =
        table.name() + "(" + String.join(", ", keys) + ")" + (grid ? "" : "." + column.name());
    Phrase result = Phrase.of(text, Level.POSTFIX, in.quantity(unit, form), digits);
    return Optional.of(table.mayMiss() ? result.failing() : result);
  }

  private static boolean fits(World.WrittenTable table, Unit unit, Form most) {
    boolean formFits =
        switch (table.form()) {
          case ROW, GRID, MARGINAL -> true;
          case LINEAR, LINEAR_GRID -> most != Form.DECIMAL;
        };
    return formFits && !columns(table, unit).isEmpty();
  }

  private static List<World.TableColumn> columns(World.WrittenTable table, Unit unit) {
    Unit wanted =
        table.form() == World.WrittenTable.Form.MARGINAL
            ? unit.dividedBy(((Type.Quantity) table.keys().getFirst()).unit())
            : unit;
    return table.columns().stream().filter(c -> c.type().equals(World.amount(wanted))).toList();
  }

  private Optional<Phrase> fromSnapshot(Unit unit, int depth, Scope scope) {
    List<World.SnapshotTable> tables =
        in.world.snapshotTables.stream()
            .filter(t -> t.columns().stream().anyMatch(c -> c.type().equals(World.amount(unit))))
            .toList();
    if (tables.isEmpty()) {
      return Optional.empty();
    }
    World.SnapshotTable table = draw.of(tables);
    String prefix = "";
    if (table.owner().isPresent()) {
      List<Scope.Row> rows =
          scope.rows().stream().filter(r -> r.sheet() == table.owner().get()).toList();
      if (rows.isEmpty()) {
        return Optional.empty();
      }
      prefix = draw.of(rows).prefix();
    }
    Phrase key =
        table.key() instanceof Type.Quantity q
            ? in.amounts.of(q.unit(), Form.FRACTION, depth, scope)
            : in.of(table.key(), depth, scope);
    World.TableColumn column =
        draw.of(table.columns().stream().filter(c -> c.type().equals(World.amount(unit))).toList());
    String text = prefix + table.name() + "(" + key.at(Level.EXPRESSION) + ")." + column.name();
    return Optional.of(Phrase.of(text, Level.POSTFIX, column.type(), column.digits()).failing());
  }

  /** A row of an entity by its key, or a child by its key. */
  private Optional<Phrase> byKey(Unit unit, Form most, Scope scope) {
    List<Phrase> found = new ArrayList<>();
    for (Sheet sheet : in.world.sheets) {
      sheet.grouped.ifPresent(g -> byKeys(sheet, g, unit, most, scope, found));
      if (sheet.key.isEmpty() || !(sheet.key.get().type() instanceof Type.Text)) {
        continue;
      }
      boolean child = sheet.links.stream().anyMatch(Sheet.Link::parent);
      List<String> starts = new ArrayList<>();
      if (child) {
        for (Scope.Row row : scope.rows()) {
          for (Sheet.Link link : sheet.links) {
            if (link.parent() && link == sheet.links.getFirst() && link.target() == row.sheet()) {
              starts.add(row.prefix() + link.plural());
            }
          }
        }
      } else if (!scope.hides(sheet)) {
        starts.add(sheet.name());
      }
      for (String start : starts) {
        String key = in.others.text(1, scope).text();
        for (Phrase part : Scope.of(in.world, draw, sheet).atoms()) {
          if (isOwnPart(sheet, part)
              && part.unit().equals(unit)
              && World.isWritable(unit)
              && part.form().compareTo(most) <= 0) {
            found.add(
                Phrase.of(
                        start + "(" + key + ")." + part.text(),
                        Level.POSTFIX,
                        part.type(),
                        part.digits())
                    .failing());
          }
        }
      }
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(draw.of(found));
  }

  /** A group by its keys. */
  private void byKeys(
      Sheet group, Sheet.Grouped grouped, Unit unit, Form most, Scope scope, List<Phrase> found) {
    List<String> starts = new ArrayList<>();
    Optional<Sheet.Link> up = group.links.stream().filter(Sheet.Link::parent).findFirst();
    for (Scope.Row row : up.isPresent() ? scope.rows() : List.<Scope.Row>of()) {
      if (row.sheet() == up.get().target()) {
        starts.add(row.prefix() + group.plural);
      }
    }
    if (up.isEmpty()) {
      starts.add(group.plural);
    }
    List<String> keys = new ArrayList<>();
    for (Sheet.Key key : grouped.keys()) {
      List<Scope.Row> rows =
          scope.rows().stream().filter(r -> Optional.of(r.sheet()).equals(key.target())).toList();
      if (key.target().isPresent() && rows.isEmpty()) {
        return;
      }
      keys.add(
          key.target().isPresent()
              ? draw.of(rows).text()
              : in.of(key.type(), 1, scope).at(Level.EXPRESSION));
    }
    List<Phrase> parts =
        Scope.of(in.world, draw, group).atoms().stream()
            .filter(p -> isOwnPart(group, p) && p.unit().equals(unit) && World.isWritable(unit))
            .filter(p -> p.form().compareTo(most) <= 0)
            .toList();
    if (!starts.isEmpty() && !parts.isEmpty()) {
      Phrase part = draw.of(parts);
      String text = draw.of(starts) + "(" + String.join(", ", keys) + ")." + part.text();
      found.add(Phrase.of(text, Level.POSTFIX, part.type(), part.digits()).failing());
    }
  }

  private static boolean isOwnPart(Sheet sheet, Phrase part) {
    boolean named =
        sheet.columns.stream().anyMatch(c -> c.name().equals(part.text()))
            || sheet.facts.stream().anyMatch(f -> f.text().equals(part.text()));
    return named && part.isPlainQuantity();
  }

  /** A fact with arguments or a function. */
  Optional<Phrase> call(Unit unit, Form most, int depth, Scope scope) {
    if (draw.chance(25)) {
      return family(unit, depth, scope);
    }
    List<World.Callable> fitting =
        in.world.callables.stream()
            .filter(c -> c.type() instanceof Type.Quantity q && q.unit().equals(unit))
            .filter(c -> ((Type.Quantity) c.type()).form().compareTo(most) <= 0)
            .toList();
    if (fitting.isEmpty()) {
      return Optional.empty();
    }
    World.Callable callable = draw.of(fitting);
    String prefix = "";
    if (callable.owner().isPresent()) {
      List<Scope.Row> rows =
          scope.rows().stream().filter(r -> r.sheet() == callable.owner().get()).toList();
      if (rows.isEmpty()) {
        return Optional.empty();
      }
      prefix = draw.of(rows).prefix();
    }
    boolean labelled = draw.chance(20);
    List<String> arguments = new ArrayList<>();
    int digits = callable.digits();
    for (int i = 0; i < callable.parameters().size(); i++) {
      Phrase argument = in.of(callable.parameters().get(i), depth, scope);
      if (argument.isQuantity() && argument.digits() > PARAMETER_DIGITS) {
        return Optional.empty();
      }
      String label = labelled ? callable.labels().get(i) + ": " : "";
      arguments.add(label + argument.at(Level.EXPRESSION));
    }
    if (labelled) {
      arguments = draw.shuffled(arguments);
    }
    String text =
        prefix + callable.name() + "(" + String.join(", ", arguments) + ")" + callable.suffix();
    return Optional.of(Phrase.of(text, Level.POSTFIX, callable.type(), digits));
  }

  /** About the most digits of an argument, which a definition takes each parameter to have. */
  static final int PARAMETER_DIGITS = 50;

  /** A column family with a member that is worked out. */
  private Optional<Phrase> family(Unit unit, int depth, Scope scope) {
    List<Phrase> found = new ArrayList<>();
    for (Scope.Row row : scope.rows()) {
      for (Column column : row.sheet().columns) {
        if (!column.family().isEmpty() && column.type().equals(World.amount(unit))) {
          Type.OfChoice choice = new Type.OfChoice(column.family().getFirst());
          Phrase member = in.others.member(choice, depth, scope);
          String text = row.prefix() + column.name() + "(" + member.at(Level.EXPRESSION) + ")";
          found.add(Phrase.of(text, Level.POSTFIX, column.type(), column.digits()));
        }
      }
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(draw.of(found));
  }
}
