package org.loadline.generated;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.loadline.generated.Phrase.Level;
import org.loadline.generated.SweepWorld.Bucket;
import org.loadline.generated.SweepWorld.Side;
import org.loadline.model.Type;
import org.loadline.model.Type.Form;
import org.loadline.model.Unit;

/** Makes waterfalls, and the facts of which they move amounts. */
final class Waterfalls {
  private static final Unit USD = Unit.of("USD", Optional.empty());

  private final SweepWorld sweep;
  private final World world;
  private final Draw draw;
  private final Formulas in;
  private final List<MadePolicy.Definition> facts = new ArrayList<>();
  private final Set<String> live = new LinkedHashSet<>();
  private final Set<String> fixed = new LinkedHashSet<>();

  /** What the loss is a lack of, if there is one. */
  private Optional<Bucket> lacking = Optional.empty();

  private Waterfalls(SweepWorld sweep, Draw draw) {
    this.sweep = sweep;
    this.world = sweep.world;
    this.draw = draw;
    this.in = new Formulas(world, draw.split());
  }

  /** Adds waterfalls to the texts, and their facts to the definitions. */
  static void make(
      SweepWorld sweep, Draw draw, List<String> texts, List<MadePolicy.Definition> definitions) {
    for (int i = draw.of(1, 1, 2); i > 0; i--) {
      Waterfalls made = new Waterfalls(sweep, draw.split());
      String text = made.one();
      texts.add(text);
      definitions.addAll(made.facts);
    }
  }

  /** Where an entry writes. */
  private record Place(String text, Bucket bucket, String step) {}

  private Scope scope(Sheet sheet) {
    return Scope.of(world, draw.split(), sheet);
  }

  private String condition(Sheet sheet) {
    return in.conditions.of(draw.of(1, 1, 2), scope(sheet)).at(Level.OR);
  }

  private String one() {
    Sheet served = draw.of(sweep.account, sweep.account, sweep.account, sweep.desk, sweep.position);
    String name = world.name("cascade");
    List<String> lines = new ArrayList<>();
    boolean covers = draw.chance(60);
    String loss = covers ? loss(served) : "";
    if (covers) {
      lines.add("covers " + loss);
    }
    if (draw.chance(75)) {
      lines.add(
          "serve in order of " + order(served) + (draw.chance(30) ? ", again after each" : ""));
    }
    String carried = world.name("paid");
    boolean carries = draw.chance(30);
    boolean counts = draw.chance(50);
    if (carries) {
      lines.add(
          "carry "
              + carried
              + (counts ? " : count starts 0" : " : USD in steps of 0.01 starts 0 USD"));
      if (draw.chance(70)) {
        String stop = counts ? draw.of("1", "2", "3") : draw.of("1 USD", "20 USD", "300 USD");
        lines.add("stop when " + carried + " >= " + stop);
      }
    }
    for (int i = draw.between(1, 4); i > 0; i--) {
      String guard = draw.chance(30) ? " when " + condition(served) : "";
      lines.add("step " + world.name("do") + guard + " {");
      for (int entries = draw.of(1, 1, 2, 3); entries > 0; entries--) {
        for (String line :
            entry(served, covers ? Optional.of(loss) : Optional.empty()).split("\n")) {
          lines.add("    " + line);
        }
      }
      if (carries && draw.chance(60)) {
        live.add(carried);
        lines.add("    set " + carried + " to " + carried + (counts ? " + 1" : " + 10 USD"));
      }
      lines.add("}");
    }
    if (covers) {
      lines.add("remainder " + world.name("left"));
    }
    fixed.removeAll(live);
    if (!fixed.isEmpty()) {
      lines.addFirst("fix " + String.join(", ", fixed));
    }
    if (!live.isEmpty()) {
      lines.addFirst("live " + String.join(", ", live));
    }
    String when = draw.chance(70) ? " when " + condition(served) : "";
    return "waterfall "
        + name
        + " of "
        + served.name()
        + when
        + " {\n    "
        + String.join("\n    ", lines)
        + "\n}";
  }

  private String order(Sheet sheet) {
    List<String> keys = new ArrayList<>();
    for (int i = draw.of(1, 1, 2); i > 0; i--) {
      Unit unit = draw.chance(50) ? Unit.ONE : USD;
      keys.add(
          in.amounts.of(unit, Form.FRACTION, 1, scope(sheet)).at(Level.SUM)
              + draw.of("", "", " descending"));
    }
    return String.join(" then ", keys);
  }

  /** Mostly what an input lacks to some amount. */
  private String loss(Sheet served) {
    List<Bucket> own =
        sweep.buckets.stream()
            .filter(b -> b.sheet().equals(Optional.of(served)) && b.unit().equals(USD))
            .filter(b -> !world.deciding.contains(b.name()))
            .toList();
    if (own.isEmpty() || draw.chance(20)) {
      return amount(served, true);
    }
    lacking = Optional.of(draw.of(own));
    String name = world.name("loss");
    Phrase than = in.amounts.of(USD, Form.DECIMAL, draw.of(0, 0, 1), scope(served));
    String one = than.at(Level.PRODUCT);
    String two = lacking.get().name();
    String body = lacking.get().isHeld() ? one + " - " + two : two + " - " + one;
    facts.add(new MadePolicy.Definition(served.name(), name + " = max(0 USD, " + body + ")"));
    return name;
  }

  /** A fact that is an amount of dollars, mostly not below zero. */
  private String amount(Sheet sheet, boolean loss) {
    String name = world.name(loss ? "loss" : "amount");
    Phrase body = in.amounts.of(USD, Form.DECIMAL, draw.of(0, 0, 1, 2), scope(sheet));
    String text =
        draw.chance(90)
            ? "max(0 USD, " + body.at(Level.EXPRESSION) + ")"
            : body.at(Level.EXPRESSION);
    String rounded = draw.chance(60) ? "floor(" + text + " to 0.01 USD)" : text;
    facts.add(new MadePolicy.Definition(sheet.name(), name + " = " + rounded));
    return name;
  }

  /** What an entry for a row of a sheet moves; {@code served} is the row that is served. */
  private String moved(Sheet sheet, Sheet served, Optional<String> loss, Place from) {
    if (loss.isPresent() && sheet == served && draw.chance(40)) {
      live.add(loss.get());
      return loss.get();
    }
    return switch (draw.below(6)) {
      case 0 -> draw.of("1 USD", "0.07 USD", "250 USD", "0.000000000000000001 USD");
      case 1 -> {
        named(from.bucket());
        yield from.text() + draw.of("", " * 50%", " * 10%", " / 8");
      }
      default -> {
        String fact = amount(sheet, false);
        named(fact, sheet == served && draw.chance(40));
        yield fact;
      }
    };
  }

  private void named(Bucket bucket) {
    live.add(bucket.sheet().map(s -> s.name() + ".").orElse("") + bucket.name());
  }

  private void named(String path, boolean fix) {
    (fix ? fixed : live).add(path);
  }

  private String entry(Sheet served, Optional<String> loss) {
    return switch (draw.below(12)) {
      case 0 -> set(served);
      case 1 ->
          draw.chance(50)
              ? flow(served, served, loss)
              : "refuse \"" + draw.of("thin", "late") + "\" when " + condition(served);
      case 2, 3, 4 -> share(served, loss);
      case 5 ->
          served == sweep.account && !grouped(sweep.ticket)
              ? create(served)
              : flow(served, served, loss);
      case 6, 7 -> each(served, loss);
      default -> flow(served, served, loss);
    };
  }

  private String set(Sheet sheet) {
    List<Column> columns =
        sheet.columns.stream()
            .filter(c -> sweep.buckets.stream().noneMatch(b -> b.name().equals(c.name())))
            .filter(c -> !world.deciding.contains(c.name()) && !c.declared().equals("base"))
            .toList();
    if (columns.isEmpty()) {
      return "refuse late when " + condition(sheet);
    }
    Column column = draw.of(columns);
    Phrase value =
        column.type() instanceof Type.Quantity q
            ? counted(column, q.unit())
            : constant(column.type());
    live.add(sheet.name() + "." + column.name());
    return "set " + sheet.name() + "." + column.name() + " to " + value.at(Level.OR);
  }

  private Phrase counted(Column column, Unit unit) {
    boolean writable = World.isWritable(unit);
    String more =
        writable && draw.chance(50) ? " + " + in.literals.any(unit).at(Level.SUM) : " * 2";
    return Phrase.of(column.name() + more, Level.SUM, column.type(), 20);
  }

  private static boolean grouped(Sheet sheet) {
    return sheet.links.stream().anyMatch(l -> !l.target().isGiven());
  }

  private String create(Sheet served) {
    Sheet ticket = sweep.ticket;
    String key = ticket.key.orElseThrow().name() + " = account." + served.key.orElseThrow().name();
    String rest =
        ticket.columns.stream()
            .filter(c -> sweep.buckets.stream().noneMatch(b -> b.name().equals(c.name())))
            .map(c -> ", " + c.name() + " = " + filled(c))
            .collect(Collectors.joining());
    return "create ticket { " + key + rest + " }";
  }

  private String filled(Column column) {
    return column.type() instanceof Type.Quantity q
        ? in.literals.any(q.unit()).at(Level.SUM)
        : constant(column.type()).text();
  }

  private Phrase constant(Type type) {
    String text =
        type instanceof Type.Flag
            ? draw.of("true", "false")
            : draw.of(world.choices.getFirst().members());
    return Phrase.of(text, Level.POSTFIX, type, 1);
  }

  // ---- Flows

  private List<Place> places(Sheet sheet, Sheet served) {
    List<Place> found = new ArrayList<>();
    for (Bucket bucket : sweep.buckets) {
      boolean decides = world.deciding.contains(bucket.name());
      if (bucket.sheet().isEmpty()) {
        found.add(new Place(bucket.name(), bucket, bucket.step() + " USD"));
      }
      for (Sheet of :
          decides
              ? Set.<Sheet>of()
              : Set.copyOf(List.of(sheet, served == sheet ? sheet : served))) {
        if (bucket.sheet().equals(Optional.of(of))) {
          found.add(place(of.name(), bucket));
        }
        for (Sheet.Link link : of.links) {
          boolean around = of == sheet && link.target() == served;
          if (!link.optional() && !around && bucket.sheet().equals(Optional.of(link.target()))) {
            found.add(place(of.name() + "." + link.name(), bucket));
          }
        }
      }
    }
    return found;
  }

  private static Place place(String row, Bucket bucket) {
    boolean own = bucket.step().matches("[a-z].*");
    return new Place(
        row + "." + bucket.name(),
        bucket,
        own ? row + "." + bucket.step() : bucket.step() + " USD");
  }

  private static boolean isBase(Place place) {
    return !place.bucket().unit().equals(USD);
  }

  private static String coarser(Place one, Place two) {
    double a = Double.parseDouble(one.bucket().step());
    double b = Double.parseDouble(two.bucket().step());
    return a >= b ? one.step() : two.step();
  }

  private String flow(Sheet sheet, Sheet served, Optional<String> loss) {
    boolean stays =
        sweep.buckets.stream()
            .anyMatch(b -> !b.unit().equals(USD) && world.deciding.contains(b.name()));
    if (sheet == sweep.position && !stays && draw.chance(40)) {
      return sizes();
    }
    List<Place> all = places(sheet, served).stream().filter(p -> !isBase(p)).toList();
    Place from = draw.of(all);
    if (from.bucket().side() == Side.HOLDS && draw.chance(70)) {
      List<Place> owed = all.stream().filter(p -> p.bucket().side() == Side.OWES).toList();
      if (!owed.isEmpty()) {
        Place to = draw.of(owed);
        String amount = moved(sheet, served, loss, from);
        String steps = ", in steps of " + coarser(from, to);
        return draw.chance(50)
            ? "cancel "
                + amount
                + " of "
                + from.text()
                + " against "
                + to.text()
                + draw.of(
                    cap(from), ", at most max(0 USD, min(" + from.text() + ", " + to.text() + "))")
                + steps
            : "raise " + from.text() + " and " + to.text() + " by " + amount + cap(to) + steps;
      }
    }
    List<Place> ends =
        all.stream()
            .filter(p -> p.bucket().isHeld() == from.bucket().isHeld())
            .filter(p -> !p.text().equals(from.text()))
            .toList();
    if (ends.isEmpty()) {
      return set(sheet);
    }
    List<Place> lack = ends.stream().filter(p -> lacking.equals(Optional.of(p.bucket()))).toList();
    Place other = draw.of(lack.isEmpty() || draw.chance(40) ? ends : lack);
    // What is owed grows less by going elsewhere.
    Place out = other.bucket().isHeld() ? from : other;
    Place into = other.bucket().isHeld() ? other : from;
    String amount = moved(sheet, served, loss, out);
    return "move "
        + amount
        + " from "
        + out.text()
        + " to "
        + into.text()
        + cap(out)
        + ", in steps of "
        + coarser(out, into);
  }

  private String cap(Place from) {
    return switch (draw.below(9)) {
      case 0, 1 -> ", at most " + from.text();
      case 5, 6, 7, 8 -> ", at most max(0 USD, " + from.text() + ")";
      case 2 -> ", at most " + draw.of("50%", "10%", "100%") + " of " + from.text();
      case 3 -> ", at most " + draw.of("5 USD", "0.03 USD", "1_000 USD");
      default -> "";
    };
  }

  /** What a position holds goes to the stock of its market, or comes back. */
  private String sizes() {
    List<Bucket> own = sweep.buckets.stream().filter(b -> b.step().matches("[a-z].*")).toList();
    String stock = "position.market." + own.getFirst().name();
    String size = "position." + own.getLast().name();
    String lot = "position." + own.getLast().step();
    boolean out = draw.chance(70);
    String from = out ? size : stock;
    named(out ? own.getLast() : own.getFirst());
    String amount = from + draw.of("", " * 50%", " * 30%");
    return "move "
        + amount
        + " from "
        + from
        + " to "
        + (out ? stock : size)
        + draw.of("", ", at most " + from)
        + ", in steps of "
        + lot;
  }

  private String each(Sheet served, Optional<String> loss) {
    Sheet inner =
        served == sweep.account
            ? sweep.position
            : served == sweep.desk
                ? sweep.account
                : draw.of(sweep.account, sweep.ticket, sweep.desk);
    boolean child = inner.links.stream().anyMatch(l -> l.target() == served);
    String among =
        child && draw.chance(60)
            ? ""
            : child ? " in " + served.name() + "." + inner.plural : " in " + inner.plural;
    String where = draw.chance(40) ? " where " + condition(inner) : "";
    String ranked = draw.chance(50) ? " ranked by " + order(inner) : "";
    String going = draw.chance(30) ? " while " + condition(served) : "";
    String entry = draw.chance(15) ? set(inner) : flow(inner, served, loss);
    return "for each " + inner.name() + among + where + ranked + going + ":\n    " + entry;
  }

  private String share(Sheet served, Optional<String> loss) {
    List<Bucket> many =
        sweep.buckets.stream()
            .filter(b -> b.sheet().isPresent() && b.unit().equals(USD))
            .filter(b -> !world.deciding.contains(b.name()))
            .toList();
    if (many.isEmpty()) {
      return flow(served, served, loss);
    }
    Bucket bucket = draw.of(many);
    Sheet sheet = bucket.sheet().orElseThrow();
    boolean child = sheet.links.stream().anyMatch(l -> l.target() == served);
    String rows = child && draw.chance(50) ? served.name() + "." + sheet.plural : sheet.plural;
    List<Place> ends =
        places(served, served).stream()
            .filter(p -> !isBase(p) && p.bucket().isHeld() == bucket.isHeld())
            .filter(p -> !p.bucket().equals(bucket))
            .toList();
    if (ends.isEmpty()) {
      return flow(served, served, loss);
    }
    List<Place> lack = ends.stream().filter(p -> lacking.equals(Optional.of(p.bucket()))).toList();
    Place one = draw.of(lack.isEmpty() || draw.chance(30) ? ends : lack);
    Place each = new Place(rows + "." + bucket.name(), bucket, bucket.step() + " USD");
    String end = each.text() + (draw.chance(40) ? " where " + condition(sheet) : "");
    String amount = moved(served, served, loss, one);
    boolean out = draw.chance(60);
    StringBuilder text = new StringBuilder("share " + amount + " from ");
    text.append(out ? end + " to " + one.text() : one.text() + " to " + end);
    text.append(" by " + weight(sheet));
    String clauses = "";
    if (draw.chance(out ? 20 : 70)) {
      clauses +=
          ", at most " + (out ? draw.of("5 USD", "100 USD") : "max(0 USD, " + one.text() + ")");
    }
    if (draw.chance(out ? 80 : 40)) {
      Phrase cap = in.amounts.of(USD, Form.DECIMAL, 1, scope(sheet));
      clauses +=
          ", each at most "
              + (out && draw.chance(60)
                  ? draw.of("max(0 USD, " + bucket.name() + ")", "50% of " + bucket.name())
                  : draw.chance(90)
                      ? "max(0 USD, " + cap.at(Level.EXPRESSION) + ")"
                      : cap.at(Level.SUM));
      clauses += draw.of(", refilled", ", once");
    }
    clauses += ", in steps of " + coarser(one, each);
    if (draw.chance(60)) {
      clauses += ", remainder to the largest " + order(sheet);
    }
    return text + clauses;
  }

  private String weight(Sheet sheet) {
    Unit unit = draw.chance(50) ? Unit.ONE : USD;
    Phrase weight = in.amounts.of(unit, Form.DECIMAL, 1, scope(sheet));
    return draw.chance(95) ? "abs(" + weight.at(Level.EXPRESSION) + ")" : weight.at(Level.SUM);
  }
}
