package org.loadline.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.values.Exact;
import org.loadline.values.NumberText;

/**
 * A condition under which a plan fails, such as {@code newly liquidatable > 5}.
 *
 * <p>{@code text} is what was written. With {@code change} the limit is for how much the measure
 * rose, with {@code percent} in hundredths of what it was. {@code unit} picks totals of that unit.
 */
public record Gate(
    String text,
    Measure measure,
    Order order,
    Exact limit,
    boolean change,
    boolean percent,
    Optional<String> unit) {
  private static final Exact HUNDRED = Exact.of(100);

  /** What is compared with the limit. */
  public sealed interface Measure {
    /** Rows newly over the line of a waterfall, or newly with a member of a choice. */
    record Newly(String name) implements Measure {}

    /** A total. */
    record OfTotal(String name) implements Measure {}

    /** Losses that waterfalls have to cover under the new policy. */
    record Shortfall() implements Measure {}

    /** What is left of them when all steps are over. */
    record Uncovered() implements Measure {}

    /** Rows with a fault under the new policy. */
    record Faults() implements Measure {}

    /** Rows that come out otherwise. */
    record Changed() implements Measure {}
  }

  /** How the measure is compared. */
  public enum Order {
    ABOVE(">"),
    AT_LEAST(">="),
    BELOW("<"),
    AT_MOST("<=");

    private final String sign;

    Order(String sign) {
      this.sign = sign;
    }

    /** As it is written. */
    public String sign() {
      return sign;
    }

    boolean holds(Exact value, Exact limit) {
      int compared = value.compareTo(limit);
      return switch (this) {
        case ABOVE -> compared > 0;
        case AT_LEAST -> compared >= 0;
        case BELOW -> compared < 0;
        case AT_MOST -> compared <= 0;
      };
    }
  }

  /** Whether a gate failed on a book, and what was found there. */
  public record Verdict(Gate gate, String book, boolean failed, String found) {}

  /** Something that a gate can be about: what it was and is, in a unit. */
  private record Found(String unit, Optional<Shift> shift) {}

  /** Judges a plan; of several units one that meets the condition is enough. */
  public Verdict judge(Impact impact) {
    List<String> said = new ArrayList<>();
    boolean failed = false;
    for (Found found : found(impact)) {
      if (unit.isPresent() && !unit.get().equals(found.unit())) {
        continue;
      }
      boolean holds = found.shift().map(this::holds).orElse(true);
      failed |= holds;
      said.add(words(found));
    }
    return new Verdict(this, impact.book(), failed, String.join("; ", said));
  }

  private boolean holds(Shift shift) {
    if (!percent) {
      return order.holds(change ? shift.change() : shift.after(), limit);
    }
    Optional<Exact> relative = shift.relative();
    return relative.isPresent()
        ? order.holds(relative.get().times(HUNDRED), limit)
        // From nothing to something: beyond any limit, in its direction.
        : switch (order) {
          case ABOVE, AT_LEAST -> shift.change().signum() > 0;
          case BELOW, AT_MOST -> shift.change().signum() < 0;
        };
  }

  private String words(Found found) {
    if (found.shift().isEmpty()) {
      return "only one of the policies reports it";
    }
    Shift shift = found.shift().get();
    String unit = found.unit().isEmpty() ? "" : " " + found.unit();
    String number = signed(shift.change()) + unit;
    if (percent) {
      return shift
          .relative()
          .map(r -> number + ", " + Figures.percent(r))
          .orElse(number + ", from 0");
    }
    boolean one = found.unit().equals(Attribution.ROWS) && shift.after().equals(Exact.ONE);
    return change ? number : one ? "1 row" : NumberText.format(shift.after()) + unit;
  }

  private static String signed(Exact number) {
    return (number.signum() > 0 ? "+" : "") + NumberText.format(number);
  }

  private List<Found> found(Impact impact) {
    return switch (measure) {
      case Measure.Newly(String name) -> List.of(count(Gates.newly(impact, name)));
      case Measure.OfTotal(String name) ->
          impact.totals().stream()
              .filter(t -> t.name().equals(name))
              .map(t -> new Found(t.unit(), t.shift()))
              .toList();
      case Measure.Shortfall _ ->
          losses(impact.bearings().stream().flatMap(b -> b.loss().stream()).toList(), true);
      case Measure.Uncovered _ ->
          losses(impact.bearings().stream().flatMap(b -> b.loss().stream()).toList(), false);
      case Measure.Faults _ ->
          List.of(
              new Found(
                  Attribution.ROWS,
                  Optional.of(
                      new Shift(
                          sum(impact.rows().stream().map(RowCount::faultsBefore).toList()),
                          sum(impact.rows().stream().map(RowCount::faultsAfter).toList())))));
      case Measure.Changed _ ->
          List.of(
              new Found(
                  Attribution.ROWS,
                  Optional.of(
                      new Shift(
                          Exact.ZERO,
                          sum(impact.rows().stream().map(RowCount::changed).toList())))));
    };
  }

  private static Found count(int rows) {
    return new Found(Attribution.ROWS, Optional.of(new Shift(Exact.ZERO, Exact.of(rows))));
  }

  private static Exact sum(List<Integer> counts) {
    return Exact.of(counts.stream().mapToInt(Integer::intValue).sum());
  }

  /** The losses of all waterfalls, or what is left of them, by unit; zero without any. */
  private static List<Found> losses(List<Bearing.Loss> losses, boolean whole) {
    List<String> units = losses.stream().map(Bearing.Loss::unit).distinct().toList();
    if (units.isEmpty()) {
      return List.of(new Found("", Optional.of(Shift.NOTHING)));
    }
    return units.stream()
        .map(
            unit ->
                new Found(
                    unit,
                    losses.stream()
                        .filter(l -> l.unit().equals(unit))
                        .map(l -> whole ? l.loss() : l.left())
                        .reduce(
                            (a, b) ->
                                new Shift(a.before().plus(b.before()), a.after().plus(b.after())))))
        .toList();
  }
}
