package org.loadline.mandate;

import java.util.Optional;
import org.loadline.model.Bounds;
import org.loadline.model.ChangeRule;
import org.loadline.model.Type;
import org.loadline.model.Unit;
import org.loadline.values.DateText;
import org.loadline.values.DurationText;
import org.loadline.values.Exact;
import org.loadline.values.InstantText;
import org.loadline.values.NumberText;
import org.loadline.values.Text;
import org.loadline.values.Value;

/** Says values of one type, and by how much they differ, as a policy writes them. */
record Measure(Type type, boolean percent) {
  private static final Exact HUNDRED = Exact.of(100);

  /** A number without unit is a percentage if it was written as one. */
  static Measure of(Type type, String written) {
    boolean plain = type.present() instanceof Type.Quantity quantity && quantity.unit().isOne();
    return new Measure(type, plain && written.contains("%"));
  }

  /** {@code 1.25%}, {@code 5000 USD}, {@code 2026-03-01}. */
  String value(Value value) {
    return switch (value) {
      case Exact number -> number(number);
      case Text text -> text.value();
      default -> value.toString();
    };
  }

  private String number(Exact number) {
    return switch (type.present()) {
      case Type.Date t -> DateText.format(number);
      case Type.Instant t -> InstantText.format(number);
      case Type.Quantity(Unit unit, var form, var unlimited) when unit.equals(Unit.TIME) ->
          DurationText.format(number);
      case Type.Quantity q when percent -> NumberText.format(number.times(HUNDRED)) + "%";
      case Type.Quantity q ->
          NumberText.format(number) + (q.unit().isOne() ? "" : " " + q.unit().withOwners());
      case Type.Flag t -> NumberText.format(number);
      case Type.Text t -> NumberText.format(number);
      case Type.OfChoice t -> NumberText.format(number);
      case Type.RowOf t -> NumberText.format(number);
      case Type.Nothing t -> NumberText.format(number);
      case Type.OrNone t -> NumberText.format(number);
    };
  }

  /** A difference of two values: {@code 0.5 points}, {@code 5000 USD}. */
  String amount(Exact amount) {
    return percent ? NumberText.format(amount.times(HUNDRED)) + " points" : number(amount);
  }

  /** The same with its sign: {@code +0.5 points}. */
  String move(Exact amount) {
    return (amount.signum() < 0 ? "-" : "+") + amount(amount.abs());
  }

  /** A part of a value: {@code 5% of its value}. */
  static String share(Exact share) {
    return NumberText.format(share.times(HUNDRED)) + "% of its value";
  }

  String within(Bounds bounds) {
    return "within " + number(bounds.least()) + " .. " + number(bounds.most());
  }

  /** {@code changing by at most 0.5 points in any 30 days}; without {@code once in}. */
  String atMost(ChangeRule rule) {
    return "changing by at most "
        + rule.most().map(most -> rule.ofItsValue() ? share(most) : amount(most)).orElse("")
        + rule.clock()
            .filter(ChangeRule.Clock::slidingWindow)
            .map(clock -> " " + clock(clock))
            .orElse("");
  }

  static String clock(ChangeRule.Clock clock) {
    return (clock.slidingWindow() ? "in any " : "once in ") + DurationText.format(clock.period());
  }

  /** How a limit is said of a whole rule, on one line; empty if it has none. */
  Optional<String> rule(Optional<Bounds> within, ChangeRule rule) {
    java.util.List<String> parts = new java.util.ArrayList<>();
    within.ifPresent(bounds -> parts.add(within(bounds)));
    if (rule.most().isPresent()) {
      parts.add(
          atMost(rule)
              + rule.clock()
                  .filter(clock -> !clock.slidingWindow())
                  .map(clock -> " " + clock(clock))
                  .orElse(""));
    }
    if (rule.neverToZero()) {
      parts.add("never to zero");
    }
    rule.together().forEach(other -> parts.add("changes together with " + other));
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts));
  }
}
