package org.loadline.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.loadline.generated.Phrase.Level;
import org.loadline.generated.Sheet.Grouped;
import org.loadline.generated.Sheet.Key;
import org.loadline.generated.Sheet.Link;
import org.loadline.generated.Sheet.Way;
import org.loadline.model.Type;
import org.loadline.model.Type.Form;
import org.loadline.model.Unit;

/** Makes groups of rows, groups of groups among them. */
final class Groups {
  private final World world;
  private final Draw draw;
  private final List<String> texts;
  private final Formulas formulas;

  /**
   * @param world has no params and system inputs yet, so that no key can read one
   */
  Groups(World world, Draw draw, List<String> texts) {
    this.world = world;
    this.draw = draw;
    this.texts = texts;
    this.formulas = new Formulas(world, draw.split());
  }

  void make() {
    for (int i = draw.of(0, 0, 1, 1, 2, 3); i > 0; i--) {
      one();
    }
  }

  private Sheet sheet(String name) {
    return new Sheet(world.sheets.size(), name, name + "s");
  }

  private record Chosen(String path, Key key) {}

  private void one() {
    Sheet from = draw.chance(30) ? world.sheets.getLast() : draw.of(world.sheets);
    List<Link> ups = from.links.stream().filter(l -> !l.plural().isEmpty()).toList();
    Optional<Link> up =
        ups.isEmpty() || draw.chance(40) ? Optional.empty() : Optional.of(draw.of(ups));
    up = up.filter(l -> l.target().isGiven() || l.parent());
    List<Chosen> keys = keys(from, up.map(l -> l.target().name()).orElse(""));
    if (keys.isEmpty()) {
      return;
    }
    boolean some = draw.chance(25);
    Scope scope = Scope.inputs(world, draw.split(), from);
    String where = some ? " where " + formulas.conditions.of(1, scope).at(Level.OR) : "";
    Sheet group = sheet(world.name("batch"));
    String text =
        "group "
            + group.name()
            + up.map(l -> " of " + l.target().name()).orElse("")
            + " from "
            + up.map(Link::plural).orElse(from.plural)
            + where
            + " by "
            + keys.stream().map(Chosen::path).collect(Collectors.joining(", "))
            + " listed as "
            + group.plural;
    texts.add(text);
    decides(text);
    List<Way> ways = new ArrayList<>();
    up.ifPresent(
        l -> {
          group.links.add(new Link(l.target().name(), l.target(), group.plural, true, false));
          ways.add(new Way(l.target().name(), List.of(l.name())));
        });
    for (Chosen key : keys) {
      Optional<Sheet> target = key.key().target();
      target.ifPresentOrElse(
          t -> {
            group.links.add(new Link(key.key().name(), t, "", false, false));
            ways.add(new Way(key.key().name(), List.of(key.path().split("\\."))));
          },
          () ->
              group.columns.add(
                  new Column(
                      key.key().name(),
                      key.key().type(),
                      List.of(),
                      "",
                      new Column.Values.Flags(),
                      40,
                      0)));
    }
    group.grouped = Optional.of(new Grouped(keys.stream().map(Chosen::key).toList(), ways));
    boolean out = some || up.filter(Link::optional).isPresent();
    from.links.add(new Link(group.name(), group, from.plural, false, out));
    world.sheets.add(group);
  }

  /** What stands in the text of a group stays as it was loaded, and can be read. */
  private void decides(String text) {
    for (Sheet sheet : world.sheets) {
      for (int i = 0; i < sheet.columns.size(); i++) {
        Column column = sheet.columns.get(i);
        if (text.matches("(?s).*\\b" + column.name() + "\\b.*")) {
          world.deciding.add(column.name());
          sheet.columns.set(i, column.unbroken());
        }
      }
    }
  }

  private List<Chosen> keys(Sheet from, String parent) {
    List<Chosen> found = new ArrayList<>();
    candidates(from, "", found);
    for (Link link : from.links) {
      if (!link.optional()) {
        candidates(link.target(), link.name() + ".", found);
      }
    }
    from.key.ifPresent(
        k -> {
          if (draw.chance(15)) {
            found.add(new Chosen(k.name(), new Key(k.name(), k.type(), Optional.empty())));
          }
        });
    if (draw.chance(35)) {
      found.add(fact(from));
    }
    List<Chosen> some = new ArrayList<>();
    for (Chosen key : draw.shuffled(found)) {
      boolean taken =
          key.key().name().equals(parent)
              || some.stream().anyMatch(k -> k.key().name().equals(key.key().name()));
      if (!taken && some.size() < 3) {
        some.add(key);
      }
    }
    int most = draw.of(1, 1, 2, 3);
    return some.subList(0, Math.min(most, some.size()));
  }

  private static void candidates(Sheet at, String prefix, List<Chosen> found) {
    for (Link link : at.links) {
      if (!link.optional()) {
        Type row = link.target().row(link.target().self());
        Key key = new Key(link.name(), row, Optional.of(link.target()));
        found.add(new Chosen(prefix + link.name(), key));
      }
    }
    for (Column column : at.columns) {
      boolean plain =
          column.family().isEmpty()
              && !column.type().isOptional()
              && (!(column.type() instanceof Type.Quantity q)
                  || (!q.orUnlimited() && World.isWritable(q.unit())));
      if (plain) {
        Key key = new Key(column.name(), column.type(), Optional.empty());
        found.add(new Chosen(prefix + column.name(), key));
      }
    }
  }

  /** A fact that says its type and reads what a snapshot gives. */
  private Chosen fact(Sheet from) {
    Scope scope = Scope.inputs(world, draw.split(), from);
    String name = world.name("bucket");
    Type.OfChoice choice = new Type.OfChoice(draw.of(world.choices).ref());
    Unit unit = draw.chance(60) ? Unit.ONE : Unit.of(draw.of(world.units), Optional.empty());
    Type type = draw.of(choice, Type.FLAG, World.amount(unit));
    Phrase body =
        type instanceof Type.Quantity
            ? formulas.amounts.of(unit, Form.DECIMAL, 1, scope)
            : formulas.of(type, 2, scope);
    String declared =
        type instanceof Type.Quantity
            ? Declarations.declared(unit)
            : type instanceof Type.Flag ? "flag" : choice.choice().name();
    String text = name + " : " + declared + " = " + body.text();
    world.keys.add(new MadePolicy.Definition(from.name(), text));
    decides(text);
    Type known = type instanceof Type.Quantity ? World.amount(unit) : type;
    from.facts.add(Phrase.of(name, Level.POSTFIX, known, body.digits()));
    return new Chosen(name, new Key(name, known, Optional.empty()));
  }
}
