package org.loadline.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.loadline.generated.Column.Values;
import org.loadline.model.Choice;
import org.loadline.model.ChoiceRef;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.source.Source;

/** Declares what waterfalls move: desks, accounts, markets, positions, tickets and funds. */
final class SweepWorld {
  private static final List<String> STEPS =
      List.of("0.000000000000000001", "0.01", "0.01", "0.01", "0.05", "0.5", "1");
  private static final Unit USD = Unit.of("USD", Optional.empty());

  final World world;
  final List<Bucket> buckets = new ArrayList<>();
  final Sheet desk;
  final Sheet market;
  final Sheet account;
  final Sheet position;
  final Sheet ticket;
  private final Draw draw;

  /** An input that flows; one of no sheet is of the whole. */
  record Bucket(Optional<Sheet> sheet, String name, Unit unit, Side side, String step) {
    boolean isHeld() {
      return side != Side.OWES;
    }
  }

  enum Side {
    HOLDS,
    OWES,
    UNSAID
  }

  private SweepWorld(World world, Draw draw) {
    this.world = world;
    this.draw = draw;
    this.desk = sheet("desk");
    this.market = sheet("market");
    this.account = sheet("account");
    this.position = sheet("position");
    this.ticket = sheet("ticket");
  }

  /** Fills a world, and adds the texts that declare it. */
  static SweepWorld make(World world, Draw draw, List<String> texts) {
    SweepWorld made = new SweepWorld(world, draw);
    made.all(texts);
    return made;
  }

  private void all(List<String> texts) {
    world.units.add("USD");
    texts.add("unit USD");
    texts.add("unit base of market");
    choice(texts);
    link(account, desk, draw.chance(70), draw.chance(30));
    link(position, account, true, false);
    link(position, market, true, false);
    inputs();
    if (draw.chance(30)) {
      new Groups(world, draw.split(), texts).make();
    }
    String param = world.name("param_");
    texts.add("param " + param + " = " + draw.of("0.5", "2", "7.5%"));
    world.params.add(new Phrase(param, Phrase.Level.POSTFIX, Type.NUMBER, 5, false, true));
    world.sheets.stream().filter(Sheet::isGiven).forEach(s -> texts.add(s.declaration()));
    system(texts);
  }

  private void choice(List<String> texts) {
    List<String> members = List.of(world.name("fine"), world.name("called"), world.name("over"));
    ChoiceRef ref = new ChoiceRef(0, "standing");
    Source nowhere = Source.of("standing", "");
    world.choices.add(new Choice(ref, members, "", nowhere.span(0, 0)));
    texts.add("choice standing { " + String.join(", ", members) + " }");
  }

  private Sheet sheet(String name) {
    Sheet sheet = new Sheet(world.sheets.size(), name, name + "s");
    String id = world.name("id");
    if (!name.equals("position")) {
      Values words = new Values.Texts();
      sheet.key = Optional.of(new Column(id, Type.TEXT, List.of(), "text", words, 1, 0));
    }
    world.sheets.add(sheet);
    return sheet;
  }

  private void link(Sheet from, Sheet to, boolean parent, boolean optional) {
    String name = parent ? to.name() : world.name("via");
    from.links.add(new Sheet.Link(name, to, from.plural, parent, optional && !parent));
  }

  private void inputs() {
    for (Sheet sheet : List.of(desk, account, ticket)) {
      if (sheet == account && draw.chance(70)) {
        bucket(Optional.of(sheet), Side.HOLDS);
        bucket(Optional.of(sheet), Side.OWES);
      }
      for (int i = draw.between(1, 2); i > 0; i--) {
        bucket(Optional.of(sheet));
      }
      plain(sheet);
    }
    plain(position);
    String lot = world.name("lot");
    add(market, lot, own(market), "base", new Values.Numbers(3, draw.of(0, 2), false, 0));
    add(
        market,
        "mark",
        USD.dividedBy(own(market)),
        "USD/base",
        new Values.Numbers(12, 2, false, 5));
    stepped(market, world.name("stock"), lot, own(market));
    Unit unit = Unit.of("base", Optional.of(position.self().then("market")));
    stepped(position, world.name("size"), "market." + lot, unit);
    if (draw.chance(50)) {
      bucket(Optional.of(position));
    }
  }

  private Unit own(Sheet sheet) {
    return Unit.of("base", Optional.of(sheet.self()));
  }

  private void add(Sheet sheet, String name, Unit unit, String declared, Values values) {
    sheet.columns.add(new Column(name, World.amount(unit), List.of(), declared, values, 8, 0));
  }

  private void stepped(Sheet sheet, String name, String lot, Unit unit) {
    Values values = new Values.Steps(9, draw.chance(15), 15);
    add(sheet, name, unit, "base in steps of " + lot, values);
    buckets.add(new Bucket(Optional.of(sheet), name, unit, Side.UNSAID, lot));
  }

  private void plain(Sheet sheet) {
    add(
        sheet,
        world.name("weight"),
        Unit.ONE,
        "number",
        new Values.Numbers(6, 1, draw.chance(20), 20));
    if (draw.chance(60)) {
      add(sheet, world.name("limit"), USD, "USD", new Values.Numbers(16, 2, draw.chance(20), 10));
    }
    if (draw.chance(40)) {
      String name = world.name("open");
      sheet.columns.add(new Column(name, Type.FLAG, List.of(), "flag", new Values.Flags(), 1, 0));
    }
    if (draw.chance(30)) {
      Type type = new Type.OfChoice(world.choices.getFirst().ref());
      String name = world.name("mood");
      Values values = new Values.Members(3);
      sheet.columns.add(new Column(name, type, List.of(), "standing", values, 1, 0));
    }
  }

  private void bucket(Optional<Sheet> sheet) {
    bucket(sheet, draw.of(Side.HOLDS, Side.HOLDS, Side.OWES, Side.UNSAID));
  }

  private void bucket(Optional<Sheet> sheet, Side side) {
    String name = world.name(side == Side.OWES ? "debt" : draw.of("cash", "fund"));
    String step = draw.of(STEPS);
    boolean fine = step.length() > 10;
    boolean none = draw.chance(25);
    String floor =
        none
            ? " floor none"
            : draw.chance(15) ? " floor " + draw.of("-1_000", "2", "0") + " USD" : "";
    String said = side == Side.UNSAID ? "" : " " + side.name().toLowerCase(Locale.ROOT);
    String within = floor.isEmpty() && draw.chance(10) ? " within -5 USD .. 90_000 USD" : "";
    Values values = new Values.Steps(fine ? 80 : draw.of(6, 16, 40), none || draw.chance(6), 15);
    Column column =
        new Column(
            name,
            World.amount(USD),
            List.of(),
            "USD in steps of " + step + said + floor + within,
            values,
            fine ? 30 : 14,
            draw.chance(5) ? 8 : 0);
    sheet.ifPresentOrElse(s -> s.columns.add(column), () -> world.system.add(column));
    buckets.add(new Bucket(sheet, name, USD, side, step));
  }

  private void system(List<String> texts) {
    for (int i = draw.between(1, 3); i > 0; i--) {
      bucket(Optional.empty());
    }
    StringBuilder text = new StringBuilder("system {\n");
    world.system.forEach(c -> text.append("    " + c.name() + " : " + c.declared() + "\n"));
    texts.add(text + "}");
  }
}
