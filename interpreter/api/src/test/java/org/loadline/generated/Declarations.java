package org.loadline.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.generated.Column.Values;
import org.loadline.generated.Phrase.Level;
import org.loadline.model.Choice;
import org.loadline.model.ChoiceRef;
import org.loadline.model.RowPath;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.source.Source;

/** Makes what a policy declares: units, choices, entities, inputs, params. */
final class Declarations {
  private static final List<String> STEMS =
      List.of("market", "account", "position", "loan", "pool", "asset", "desk", "venue", "report");
  private static final List<String> WORDS =
      List.of("size", "mark", "cash", "debt", "rate", "cap", "used", "entry", "value", "limit");

  private final World world;
  private final Draw draw;
  private final Literals literals;
  private final List<String> texts = new ArrayList<>();

  private Declarations(World world, Draw draw) {
    this.world = world;
    this.draw = draw;
    this.literals = new Literals(draw);
  }

  /** Fills a world, and returns the texts that declare it. */
  static List<String> make(World world, Draw draw) {
    Declarations made = new Declarations(world, draw);
    made.all();
    return made.texts;
  }

  private void all() {
    List<String> units = draw.shuffled(List.of("USD", "EUR", "ETH"));
    world.units.addAll(units.subList(0, draw.between(1, 2)));
    world.units.forEach(u -> texts.add("unit " + u));
    for (int i = draw.between(1, 2); i > 0; i--) {
      choice();
    }
    sheets();
    inputs();
    world.sheets.forEach(this::assumptions);
    new Groups(world, draw.split(), texts).make();
    params();
    new Tables(world, draw, texts).make();
    world.sheets.stream().filter(Sheet::isGiven).forEach(s -> texts.add(s.declaration()));
    system();
  }

  private void choice() {
    String name = world.name("kind");
    List<String> members = new ArrayList<>();
    for (int i = draw.between(2, 4); i > 0; i--) {
      members.add(world.name(draw.of("open", "halted", "stable", "tail", "long")));
    }
    ChoiceRef ref = new ChoiceRef(world.choices.size(), name);
    Source nowhere = Source.of(name, "");
    world.choices.add(new Choice(ref, members, "", nowhere.span(0, 0)));
    texts.add("choice " + name + " { " + String.join(", ", members) + " }");
  }

  private void sheets() {
    List<String> stems = draw.shuffled(STEMS);
    Sheet first = sheet(stems.get(0));
    key(first, true);
    Sheet second = sheet(stems.get(1));
    boolean known = draw.chance(95);
    key(second, known);
    if (draw.chance(35)) {
      link(second, first, false, known && draw.chance(60));
    }
    if (known && draw.chance(20)) {
      link(second, second, false, true);
    }
    Sheet third = sheet(stems.get(2));
    link(third, second, true, false);
    if (draw.chance(70)) {
      link(third, first, true, false);
    }
    key(third, draw.chance(60));
    if (third.key.isPresent() && draw.chance(40)) {
      link(third, first, false, draw.chance(70));
    }
    if (draw.chance(35)) {
      Sheet fourth = sheet(stems.get(3));
      link(fourth, third, true, false);
      key(fourth, draw.chance(70));
    }
    if (draw.chance(65)) {
      world.rowUnits.add(new World.RowUnit(world.name("base"), first));
      texts.add("unit " + world.rowUnits.getFirst().name() + " of " + first.name());
    }
  }

  private Sheet sheet(String stem) {
    Sheet sheet = new Sheet(world.sheets.size(), stem, stem + "s");
    world.sheets.add(sheet);
    return sheet;
  }

  private void key(Sheet sheet, boolean has) {
    if (!has) {
      return;
    }
    String name = world.name("id");
    sheet.key =
        Optional.of(
            switch (draw.below(8)) {
              case 0 -> column(name, Type.NUMBER, "count", new Values.Numbers(6, 0, false, 0), 3);
              case 1 -> column(name, Type.DATE, "date", new Values.Times(true), 6);
              default -> column(name, Type.TEXT, "text", new Values.Texts(), 1);
            });
  }

  private static Column column(String name, Type type, String declared, Values values, int digits) {
    return new Column(name, type, List.of(), declared, values, digits, 0);
  }

  /** The first way from a sheet to another has the ordinary plural. */
  private void link(Sheet from, Sheet to, boolean parent, boolean optional) {
    boolean first = from.links.stream().noneMatch(l -> l.target() == to);
    String name = parent && first ? to.name() : world.name("via");
    String plural = first && parent ? from.plural : world.name("list");
    from.links.add(new Sheet.Link(name, to, plural, parent, optional));
  }

  private void inputs() {
    for (Sheet sheet : world.sheets) {
      sheet.maximumIsUnlimited = draw.chance(10);
      for (int i = draw.between(2, 5); i > 0; i--) {
        sheet.columns.add(input(Optional.of(sheet)));
      }
      if (draw.chance(20)) {
        steppedByRow(sheet);
      }
      if (draw.chance(20)) {
        family(sheet);
      }
      if (draw.chance(20)) {
        sheet.histories.add(history(Optional.of(sheet)));
      }
    }
  }

  private Column input(Optional<Sheet> sheet) {
    String name = world.name(draw.of(WORDS));
    int broken = draw.chance(15) ? 12 : 0;
    Column made =
        switch (draw.below(20)) {
          case 0, 1 -> column(name, Type.FLAG, "flag", new Values.Flags(), 1);
          case 2, 3, 4 -> {
            Choice choice = draw.of(world.choices);
            Values values = new Values.Members(choice.members().size());
            yield column(name, new Type.OfChoice(choice.ref()), choice.ref().name(), values, 1);
          }
          case 5 -> column(name, Type.TEXT, "text", new Values.Texts(), 1);
          case 6 -> column(name, Type.INSTANT, "instant", new Values.Times(false), 12);
          case 7 -> column(name, Type.DATE, "date", new Values.Times(true), 6);
          default -> number(name, unit(sheet));
        };
    if (sheet.isPresent() && draw.chance(14)) {
      made =
          new Column(
              name,
              new Type.OrNone(made.type()),
              List.of(),
              ordered(made.declared(), " or none"),
              made.values(),
              made.digits(),
              0);
    }
    return new Column(
        name, made.type(), List.of(), made.declared(), made.values(), made.digits(), broken);
  }

  /** `or none` stands before `or unlimited` and `within`. */
  private static String ordered(String declared, String word) {
    int at = declared.indexOf(" or unlimited");
    at = at < 0 ? declared.indexOf(" within ") : at;
    return at < 0 ? declared + word : declared.substring(0, at) + word + declared.substring(at);
  }

  private Unit unit(Optional<Sheet> sheet) {
    Unit money = Unit.of(draw.of(world.units), Optional.empty());
    if (sheet.isPresent() && !world.rowUnits.isEmpty() && draw.chance(45)) {
      World.RowUnit unit = world.rowUnits.getFirst();
      Optional<RowPath> owner =
          sheet.get() == unit.owner()
              ? Optional.of(sheet.get().self())
              : sheet
                  .get()
                  .onlyLinkTo(unit.owner())
                  .filter(l -> !l.optional())
                  .map(l -> sheet.get().self().then(l.name()));
      if (owner.isPresent()) {
        Unit base = Unit.of(unit.name(), owner);
        return draw.chance(50) ? base : money.dividedBy(base);
      }
    }
    return switch (draw.below(10)) {
      case 0, 1, 2, 3 -> Unit.ONE;
      case 4 -> Unit.TIME;
      case 5 -> money.dividedBy(Unit.of(draw.of(world.units), Optional.empty()));
      default -> money;
    };
  }

  static String declared(Unit unit) {
    if (unit.isOne()) {
      return "number";
    }
    return unit.equals(Unit.TIME) ? "duration" : unit.toString();
  }

  private Column number(String name, Unit unit) {
    Type type = World.amount(unit);
    String text = unit.isOne() && draw.chance(40) ? "ratio" : declared(unit);
    String time = unit.equals(Unit.TIME) ? " seconds" : "";
    int zeros = draw.of(5, 10, 30);
    Column made =
        switch (draw.below(13)) {
          case 0, 1, 2 -> column(name, type, text, new Values.Numbers(5, 0, true, zeros), 3);
          case 3, 4 -> column(name, type, text, new Values.Numbers(24, 2, true, zeros), 8);
          case 5, 6 -> column(name, type, text, new Values.Numbers(14, 4, false, zeros), 5);
          case 7 -> column(name, type, text, new Values.Numbers(63, 0, true, 10), 20);
          case 8 ->
              draw.chance(30)
                  ? column(name, type, text, new Values.Numbers(250, 27, true, 10), 76)
                  : column(name, type, text, new Values.Numbers(127, 18, true, 10), 40);
          case 9 -> column(name, type, text, new Values.Numbers(100, 27, false, 10), 32);
          case 10 ->
              column(
                  name,
                  type,
                  text + " in steps of 0.01" + time,
                  new Values.Steps(40, true, 20),
                  14);
          case 11 ->
              column(
                  name, type, text + " in steps of 18 places", new Values.Steps(90, true, 9), 29);
          default ->
              column(
                  name,
                  type,
                  text + " in steps of 0.25" + time,
                  new Values.Steps(64, false, 20),
                  22);
        };
    if (draw.chance(10)) {
      Type.Quantity boundless = new Type.Quantity(unit, Type.Form.DECIMAL, true);
      String declared = made.declared() + " or unlimited";
      made = column(name, boundless, declared, made.values(), made.digits());
    } else if (World.isWritable(unit) && draw.chance(8)) {
      String money = unit.isOne() || unit.equals(Unit.TIME) ? "" : " " + unit;
      boolean plain = unit.factors().stream().allMatch(f -> f.exponent() == 1);
      if (plain && unit.factors().size() <= 1 && !unit.equals(Unit.TIME)) {
        String within = " within -20" + money + " .. " + draw.of("9", "1_000", "5_000_000") + money;
        made = column(name, type, made.declared() + within, made.values(), made.digits());
      }
    }
    return made;
  }

  private void steppedByRow(Sheet sheet) {
    Unit unit = unit(Optional.of(sheet));
    String lot = world.name("lot");
    String name = world.name("held");
    Type type = World.amount(unit);
    sheet.columns.add(column(lot, type, declared(unit), new Values.Numbers(4, 3, false, 3), 5));
    String declared = declared(unit) + " in steps of " + lot;
    sheet.columns.add(column(name, type, declared, new Values.Steps(20, true, 10), 12));
  }

  private void family(Sheet sheet) {
    Choice choice = draw.of(world.choices);
    Column made = number(world.name("weight"), unit(Optional.of(sheet)));
    if (made.type() instanceof Type.Quantity q && !q.orUnlimited()) {
      sheet.columns.add(
          new Column(
              made.name(),
              made.type(),
              List.of(choice.ref()),
              made.declared(),
              made.values(),
              made.digits(),
              0));
    }
  }

  private void assumptions(Sheet sheet) {
    if (!draw.chance(15)) {
      return;
    }
    Formulas formulas = new Formulas(world, draw.split());
    Scope own = Scope.inputs(world, draw, sheet);
    Optional<Phrase> amount =
        formulas.atom(
            own,
            p ->
                p.isPlainQuantity()
                    && sheet.columns.stream().anyMatch(c -> c.name().equals(p.text())));
    amount.ifPresent(a -> sheet.assumptions.add(a.text() + draw.of(" != 0", " >= 0")));
  }

  private Sheet.History history(Optional<Sheet> sheet) {
    Unit own = sheet.filter(s -> !s.links.isEmpty()).isPresent() ? money() : unit(sheet);
    Unit unit = draw.chance(12) ? money().times(Unit.TIME) : own;
    Column values = number("value", unit);
    int broken = draw.chance(15) ? 15 : 0;
    values =
        new Column(
            "value",
            World.amount(unit),
            List.of(),
            values.declared().replace(" or unlimited", "").replace("*time", "*duration"),
            values.values(),
            values.digits(),
            broken);
    return new Sheet.History(world.name(draw.of("marks", "prices", "levels")), values);
  }

  private Unit money() {
    return Unit.of(draw.of(world.units), Optional.empty());
  }

  private void params() {
    for (int i = draw.between(1, 3); i > 0; i--) {
      Unit unit = draw.chance(50) ? Unit.ONE : Unit.of(draw.of(world.units), Optional.empty());
      String name = world.name("param_");
      Phrase value = draw.chance(10) ? literals.any(unit) : literals.aboveZero(unit);
      boolean zero = value.text().equals("0");
      String type = zero || draw.chance(30) ? " : " + declared(unit) : "";
      texts.add("param " + name + type + " = " + value.text());
      world.params.add(
          new Phrase(name, Level.POSTFIX, World.amount(unit), value.digits(), false, true));
    }
  }

  private void system() {
    List<Column> inputs = new ArrayList<>();
    if (draw.chance(70)) {
      String name = draw.chance(75) ? World.CLOCK : world.name("now");
      inputs.add(column(name, Type.INSTANT, "instant", new Values.Times(false), 12));
    }
    for (int i = draw.below(3); i > 0; i--) {
      inputs.add(input(Optional.empty()));
    }
    if (draw.chance(15)) {
      world.histories.add(history(Optional.empty()));
    }
    if (inputs.isEmpty() && world.histories.isEmpty()) {
      return;
    }
    world.system.addAll(inputs);
    StringBuilder text = new StringBuilder("system {\n");
    world.histories.forEach(h -> text.append("    " + h.declaration() + "\n"));
    inputs.forEach(c -> text.append("    " + c.name() + " : " + c.declared() + "\n"));
    texts.add(text + "}");
  }
}
