package org.loadline.bound;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.loadline.model.Unit;
import org.loadline.values.Exact;

/**
 * The words after a number that every policy knows: lengths of time, and shares of one.
 *
 * <p>Time is counted in seconds; a point is 0.01 and a basis point 0.0001, both plain numbers.
 */
public enum BuiltinUnit {
  SECOND("second", "seconds", 1, 1, Unit.TIME),
  MINUTE("minute", "minutes", 60, 1, Unit.TIME),
  HOUR("hour", "hours", 3_600, 1, Unit.TIME),
  DAY("day", "days", 86_400, 1, Unit.TIME),
  WEEK("week", "weeks", 604_800, 1, Unit.TIME),
  POINTS("points", "points", 1, 100, Unit.ONE),
  BPS("bps", "bps", 1, 10_000, Unit.ONE);

  private final String singular;
  private final String plural;
  private final Exact size;
  private final Unit unit;

  BuiltinUnit(String singular, String plural, long many, long parts, Unit unit) {
    this.singular = singular;
    this.plural = plural;
    this.size = Exact.ofFraction(many, parts);
    this.unit = unit;
  }

  /** One of it, in seconds or as a plain number. */
  public Exact size() {
    return size;
  }

  public Unit unit() {
    return unit;
  }

  public boolean isTime() {
    return unit.equals(Unit.TIME);
  }

  public static Optional<BuiltinUnit> of(String word) {
    return Arrays.stream(values())
        .filter(u -> u.singular.equals(word) || u.plural.equals(word))
        .findFirst();
  }

  /** Every word that means one of these. */
  public static List<String> words() {
    return Arrays.stream(values())
        .flatMap(u -> Stream.of(u.singular, u.plural))
        .distinct()
        .toList();
  }
}
