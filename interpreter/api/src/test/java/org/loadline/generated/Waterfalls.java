package org.loadline.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.loadline.generated.Phrase.Level;
import org.loadline.model.Type;
import org.loadline.model.Unit;

/** Makes waterfalls, and the facts of which they move amounts. */
final class Waterfalls {
  private final SweepAmounts amounts;
  private final SweepFlows flows;
  private final SweepWorld sweep;
  private final World world;
  private final Draw draw;
  private final Formulas in;
  private final List<String> actions = new ArrayList<>();

  private Waterfalls(SweepWorld sweep, Draw draw) {
    this.amounts = new SweepAmounts(sweep, draw);
    this.flows = new SweepFlows(amounts);
    this.sweep = sweep;
    this.world = sweep.world;
    this.draw = draw;
    this.in = amounts.in;
  }

  /** Adds waterfalls to the texts, and their facts to the definitions. */
  static void make(
      SweepWorld sweep, Draw draw, List<String> texts, List<MadePolicy.Definition> definitions) {
    for (int i = draw.of(1, 1, 2); i > 0; i--) {
      Waterfalls made = new Waterfalls(sweep, draw.split());
      String text = made.one();
      texts.add(text);
      texts.addAll(made.actions);
      definitions.addAll(made.amounts.facts);
    }
  }

  private String one() {
    Sheet served = draw.of(sweep.account, sweep.account, sweep.account, sweep.desk, sweep.position);
    String name = world.name("cascade");
    List<String> lines = new ArrayList<>();
    boolean covers = draw.chance(60);
    String loss = covers ? amounts.loss(served) : "";
    if (covers) {
      lines.add("covers " + loss);
    }
    if (draw.chance(75)) {
      lines.add(
          "serve in order of "
              + amounts.order(served)
              + (draw.chance(30) ? ", again after each" : ""));
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
      String guard = draw.chance(30) ? " when " + amounts.condition(served) : "";
      lines.add("step " + world.name("do") + guard + " {");
      for (int entries = draw.of(1, 1, 2, 3); entries > 0; entries--) {
        for (String line :
            entry(served, covers ? Optional.of(loss) : Optional.empty()).split("\n")) {
          lines.add("    " + line);
        }
      }
      if (carries && draw.chance(60)) {
        amounts.live.add(carried);
        lines.add("    set " + carried + " to " + carried + (counts ? " + 1" : " + 10 USD"));
      }
      lines.add("}");
    }
    if (covers) {
      lines.add("remainder " + world.name("left"));
    }
    amounts.fixed.removeAll(amounts.live);
    if (!amounts.fixed.isEmpty()) {
      lines.addFirst("fix " + String.join(", ", amounts.fixed));
    }
    if (!amounts.live.isEmpty()) {
      lines.addFirst("live " + String.join(", ", amounts.live));
    }
    String when = draw.chance(70) ? " when " + amounts.condition(served) : "";
    return "waterfall "
        + name
        + " of "
        + served.name()
        + when
        + " {\n    "
        + String.join("\n    ", lines)
        + "\n}";
  }

  private String entry(Sheet served, Optional<String> loss) {
    return switch (draw.below(12)) {
      case 0 -> set(served);
      case 1 ->
          draw.chance(50)
              ? flows.flow(served, served, loss)
              : "refuse \"" + draw.of("thin", "late") + "\" when " + amounts.condition(served);
      case 2, 3, 4 -> flows.share(served, loss);
      case 5 ->
          served == sweep.account && !grouped(sweep.ticket)
              ? create(served)
              : flows.flow(served, served, loss);
      case 8 -> action(served, loss);
      case 6, 7 -> each(served, loss);
      default -> flows.flow(served, served, loss);
    };
  }

  /** An action, and the entry that does it. */
  private String action(Sheet served, Optional<String> loss) {
    Optional<SweepFlows.Ends> found = flows.ends(served, served);
    if (found.isEmpty()) {
      return flows.flow(served, served, loss);
    }
    SweepFlows.Place from = found.get().from();
    String steps = ", in steps of " + found.get().steps();
    String name = world.name("pay");
    boolean row = from.text().startsWith(served.name() + "." + from.bucket().name());
    if (row && draw.chance(50)) {
      String paid = "who." + from.bucket().name();
      String move = "    move " + paid + " * share from " + paid + " to into" + steps + "\n";
      String head = "    " + draw.of("fix ", "live ") + paid + "\n";
      actions.add("action " + name + "(who, share : ratio, into) {\n" + head + move + move + "}");
      return name
          + "("
          + served.name()
          + ", share: "
          + draw.of("10%", "50%", "0%")
          + ", into: "
          + found.get().to().text()
          + ")";
    }
    String most = draw.chance(80) ? ", at most max(0 USD, source)" : "";
    actions.add(
        "action "
            + name
            + "(source, amount, into) {\n    move amount from source to into"
            + most
            + steps
            + "\n}");
    String amount = amounts.moved(served, served, loss, from);
    return name + "(" + from.text() + ", " + amount + ", into: " + found.get().to().text() + ")";
  }

  private String set(Sheet sheet) {
    List<Column> columns =
        sheet.columns.stream()
            .filter(c -> sweep.buckets.stream().noneMatch(b -> b.name().equals(c.name())))
            .filter(c -> !world.deciding.contains(c.name()) && !c.declared().equals("base"))
            .toList();
    if (columns.isEmpty()) {
      return "refuse late when " + amounts.condition(sheet);
    }
    Column column = draw.of(columns);
    Phrase value =
        column.type() instanceof Type.Quantity q
            ? counted(column, q.unit())
            : constant(column.type());
    amounts.live.add(sheet.name() + "." + column.name());
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
    String where = draw.chance(40) ? " where " + amounts.condition(inner) : "";
    String ranked = draw.chance(50) ? " ranked by " + amounts.order(inner) : "";
    String going = draw.chance(30) ? " while " + amounts.condition(served) : "";
    String entry = draw.chance(15) ? set(inner) : flows.flow(inner, served, loss);
    return "for each " + inner.name() + among + where + ranked + going + ":\n    " + entry;
  }
}
