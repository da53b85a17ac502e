package org.loadline.generated;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.loadline.generated.Phrase.Level;
import org.loadline.generated.SweepWorld.Bucket;
import org.loadline.model.Type.Form;
import org.loadline.model.Unit;

/** The amounts that one waterfall moves: their facts, and the names that its head must have. */
final class SweepAmounts {
  static final Unit USD = Unit.of("USD", Optional.empty());

  final SweepWorld sweep;
  final World world;
  final Draw draw;
  final Formulas in;
  final List<MadePolicy.Definition> facts = new ArrayList<>();
  final Set<String> live = new LinkedHashSet<>();
  final Set<String> fixed = new LinkedHashSet<>();

  /** What the loss is a lack of, if there is one. */
  Optional<Bucket> lacking = Optional.empty();

  SweepAmounts(SweepWorld sweep, Draw draw) {
    this.sweep = sweep;
    this.world = sweep.world;
    this.draw = draw;
    this.in = new Formulas(world, draw.split());
  }

  Scope scope(Sheet sheet) {
    return Scope.of(world, draw.split(), sheet);
  }

  String condition(Sheet sheet) {
    return in.conditions.of(draw.of(0, 0, 0, 1, 2), scope(sheet)).at(Level.OR);
  }

  String order(Sheet sheet) {
    List<String> keys = new ArrayList<>();
    for (int i = draw.of(1, 1, 2); i > 0; i--) {
      Unit unit = draw.chance(50) ? Unit.ONE : USD;
      keys.add(
          in.amounts.of(unit, Form.FRACTION, draw.of(0, 0, 1), scope(sheet)).at(Level.SUM)
              + draw.of("", "", " descending"));
    }
    return String.join(" then ", keys);
  }

  /** Mostly what an input lacks to some amount. */
  String loss(Sheet served) {
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
  String amount(Sheet sheet, boolean loss) {
    String name = world.name(loss ? "loss" : "amount");
    Phrase body = in.amounts.of(USD, Form.DECIMAL, draw.of(0, 0, 0, 1, 2), scope(sheet));
    String text =
        draw.chance(90)
            ? "max(0 USD, " + body.at(Level.EXPRESSION) + ")"
            : body.at(Level.EXPRESSION);
    String rounded = draw.chance(60) ? "floor(" + text + " to 0.01 USD)" : text;
    facts.add(new MadePolicy.Definition(sheet.name(), name + " = " + rounded));
    return name;
  }

  /** What an entry for a row of a sheet moves; {@code served} is the row that is served. */
  String moved(Sheet sheet, Sheet served, Optional<String> loss, SweepFlows.Place from) {
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

  void named(Bucket bucket) {
    live.add(bucket.sheet().map(s -> s.name() + ".").orElse("") + bucket.name());
  }

  void named(String path, boolean fix) {
    (fix ? fixed : live).add(path);
  }
}
