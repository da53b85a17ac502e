package org.loadline.values;

import java.util.List;

/**
 * Durations in data and in output: a number and a unit, {@code 90 seconds}, {@code 30 days}, {@code
 * 1.5 hours}; as an exact number of seconds.
 *
 * <p>Written in the largest of day, hour, minute and second in which the duration is a whole
 * number, in seconds if it is whole in none. Singular and plural are read alike.
 */
public final class DurationText {
  private record Unit(String name, Exact seconds) {}

  private static final Unit SECOND = new Unit("second", Exact.ONE);

  private static final List<Unit> LARGEST_FIRST =
      List.of(
          new Unit("day", Exact.of(86_400)),
          new Unit("hour", Exact.of(3_600)),
          new Unit("minute", Exact.of(60)),
          SECOND);

  private DurationText() {}

  /** Reads a duration as seconds: a number of data, one blank, a unit. */
  public static Reading parse(String text) {
    int blank = text.indexOf(' ');
    if (blank < 0) {
      return Reading.Unread.MALFORMED;
    }
    String word = text.substring(blank + 1);
    for (Unit unit : LARGEST_FIRST) {
      if (word.equals(unit.name()) || word.equals(unit.name() + "s")) {
        return inSeconds(NumberText.parse(text.substring(0, blank)), unit);
      }
    }
    return Reading.Unread.MALFORMED;
  }

  private static Reading inSeconds(Reading count, Unit unit) {
    return switch (count) {
      case Reading.Of(Exact number) -> {
        Exact seconds = number.times(unit.seconds());
        yield seconds.exceedsLimit() ? Reading.Unread.TOO_LONG : new Reading.Of(seconds);
      }
      case Reading.Unread unread -> unread;
    };
  }

  /** Writes seconds as a duration. */
  public static String format(Exact seconds) {
    if (seconds.signum() == 0) {
      return counted(seconds, SECOND.name());
    }
    for (Unit unit : LARGEST_FIRST) {
      Exact count = seconds.dividedBy(unit.seconds());
      if (count.isWhole()) {
        return counted(count, unit.name());
      }
    }
    return counted(seconds, SECOND.name());
  }

  /** Writes a distance from a fixed point: {@code + 1.5 days}, {@code - 3 seconds}. */
  static String signed(Exact count, String unit) {
    return (count.signum() < 0 ? "- " : "+ ") + counted(count.abs(), unit);
  }

  private static String counted(Exact count, String unit) {
    boolean singular = count.abs().equals(Exact.ONE);
    return NumberText.format(count) + " " + (singular ? unit : unit + "s");
  }
}
