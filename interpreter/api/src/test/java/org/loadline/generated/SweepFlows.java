package org.loadline.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.loadline.generated.Phrase.Level;
import org.loadline.generated.SweepWorld.Bucket;
import org.loadline.generated.SweepWorld.Side;
import org.loadline.model.Type.Form;
import org.loadline.model.Unit;

/** Entries that move what flows. */
final class SweepFlows {
  private final SweepAmounts amounts;
  private final SweepWorld sweep;
  private final World world;
  private final Draw draw;

  SweepFlows(SweepAmounts amounts) {
    this.amounts = amounts;
    this.sweep = amounts.sweep;
    this.world = amounts.world;
    this.draw = amounts.draw;
  }

  /** Where an entry writes. */
  record Place(String text, Bucket bucket, String step) {}

  List<Place> places(Sheet sheet, Sheet served) {
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

  static Place place(String row, Bucket bucket) {
    boolean own = bucket.step().matches("[a-z].*");
    return new Place(
        row + "." + bucket.name(),
        bucket,
        own ? row + "." + bucket.step() : bucket.step() + " USD");
  }

  static boolean isBase(Place place) {
    return !place.bucket().unit().equals(SweepAmounts.USD);
  }

  static String coarser(Place one, Place two) {
    double a = Double.parseDouble(one.bucket().step());
    double b = Double.parseDouble(two.bucket().step());
    return a >= b ? one.step() : two.step();
  }

  /** Two places of one side, and steps of both. */
  record Ends(Place from, Place to) {
    String steps() {
      return coarser(from, to);
    }
  }

  /** Where an amount of dollars can go from one place to another. */
  Optional<Ends> ends(Sheet sheet, Sheet served) {
    List<Place> all = places(sheet, served).stream().filter(p -> !isBase(p)).toList();
    return ends(draw.of(all), all);
  }

  private Optional<Ends> ends(Place from, List<Place> all) {
    List<Place> ends =
        all.stream()
            .filter(p -> p.bucket().isHeld() == from.bucket().isHeld())
            .filter(p -> !p.text().equals(from.text()))
            .toList();
    List<Place> lack =
        ends.stream().filter(p -> amounts.lacking.equals(Optional.of(p.bucket()))).toList();
    if (ends.isEmpty()) {
      return Optional.empty();
    }
    Place other = draw.of(lack.isEmpty() || draw.chance(40) ? ends : lack);
    // What is owed grows less by going elsewhere.
    return Optional.of(other.bucket().isHeld() ? new Ends(from, other) : new Ends(other, from));
  }

  String flow(Sheet sheet, Sheet served, Optional<String> loss) {
    boolean stays =
        sweep.buckets.stream()
            .anyMatch(b -> !b.unit().equals(SweepAmounts.USD) && world.deciding.contains(b.name()));
    if (sheet == sweep.position && !stays && draw.chance(40)) {
      return sizes();
    }
    List<Place> all = places(sheet, served).stream().filter(p -> !isBase(p)).toList();
    List<Place> held = all.stream().filter(p -> p.bucket().side() == Side.HOLDS).toList();
    List<Place> owed = all.stream().filter(p -> p.bucket().side() == Side.OWES).toList();
    if (!held.isEmpty() && !owed.isEmpty() && draw.chance(40)) {
      return bothSides(draw.of(held), draw.of(owed), sheet, served, loss);
    }
    Place from = draw.of(all);
    Optional<Ends> ends = ends(from, all);
    if (ends.isEmpty()) {
      return "refuse stuck when " + amounts.condition(sheet);
    }
    Place out = ends.get().from();
    String amount = amounts.moved(sheet, served, loss, out);
    return "move "
        + amount
        + " from "
        + out.text()
        + " to "
        + ends.get().to().text()
        + cap(out)
        + ", in steps of "
        + ends.get().steps();
  }

  /** A holding and an obligation, which fall or rise together. */
  private String bothSides(Place from, Place to, Sheet sheet, Sheet served, Optional<String> loss) {
    String amount = amounts.moved(sheet, served, loss, from);
    String steps = ", in steps of " + coarser(from, to);
    String both = ", at most max(0 USD, min(" + from.text() + ", " + to.text() + "))";
    return draw.chance(60)
        ? "cancel "
            + amount
            + " of "
            + from.text()
            + " against "
            + to.text()
            + draw.of(cap(from), both, both)
            + steps
        : "raise " + from.text() + " and " + to.text() + " by " + amount + cap(to) + steps;
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
  String sizes() {
    List<Bucket> own = sweep.buckets.stream().filter(b -> b.step().matches("[a-z].*")).toList();
    String stock = "position.market." + own.getFirst().name();
    String size = "position." + own.getLast().name();
    String lot = "position." + own.getLast().step();
    boolean out = draw.chance(70);
    String from = out ? size : stock;
    amounts.named(out ? own.getLast() : own.getFirst());
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

  String share(Sheet served, Optional<String> loss) {
    List<Bucket> many =
        sweep.buckets.stream()
            .filter(b -> b.sheet().isPresent() && b.unit().equals(SweepAmounts.USD))
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
    List<Place> lack =
        ends.stream().filter(p -> amounts.lacking.equals(Optional.of(p.bucket()))).toList();
    Place one = draw.of(lack.isEmpty() || draw.chance(30) ? ends : lack);
    Place each = new Place(rows + "." + bucket.name(), bucket, bucket.step() + " USD");
    String end = each.text() + (draw.chance(40) ? " where " + amounts.condition(sheet) : "");
    String amount = amounts.moved(served, served, loss, one);
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
      Phrase cap =
          amounts.in.amounts.of(
              SweepAmounts.USD, Form.DECIMAL, draw.of(0, 0, 1), amounts.scope(sheet));
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
      clauses += ", remainder to the largest " + amounts.order(sheet);
    }
    return text + clauses;
  }

  String weight(Sheet sheet) {
    Unit unit = draw.chance(50) ? Unit.ONE : SweepAmounts.USD;
    Phrase weight =
        amounts.in.amounts.of(unit, Form.DECIMAL, draw.of(0, 0, 1), amounts.scope(sheet));
    return draw.chance(95) ? "abs(" + weight.at(Level.EXPRESSION) + ")" : weight.at(Level.SUM);
  }
}
