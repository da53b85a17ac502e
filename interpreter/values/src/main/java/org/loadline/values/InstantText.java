package org.loadline.values;

import java.math.BigInteger;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Instants in data and in output: {@code 2026-11-20T08:00Z}, with seconds and a fraction of a
 * second where there are any ({@code 2026-11-20T08:00:30.25Z}), as exact seconds since
 * 1970-01-01T00:00Z.
 *
 * <p>UTC without leap seconds, years of four digits. A fraction of a second without end is written
 * to 18 places, half even, and marked: {@code …:00.333333333333333333~Z}. A computed value in no
 * such year is written as a distance: {@code 1970-01-01T00:00Z + 900000000000 seconds}.
 */
public final class InstantText {
  private static final Exact DAY = Exact.of(86_400);

  private static final Pattern INSTANT =
      Pattern.compile(
          "([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}):([0-9]{2})(?::([0-9]{2})([.][0-9]+)?)?Z");

  private InstantText() {}

  /** Reads an instant as seconds since 1970-01-01T00:00Z. */
  public static Reading parse(String text) {
    Matcher instant = INSTANT.matcher(text);
    if (!instant.matches()) {
      return Reading.Unread.MALFORMED;
    }
    int hour = Integer.parseInt(instant.group(2));
    int minute = Integer.parseInt(instant.group(3));
    int second = instant.group(4) == null ? 0 : Integer.parseInt(instant.group(4));
    if (hour > 23 || minute > 59 || second > 59) {
      return Reading.Unread.MALFORMED;
    }
    Exact time = Exact.of((hour * 60L + minute) * 60 + second);
    String fraction = instant.group(5) == null ? "0" : instant.group(5);
    return after(DateText.parse(instant.group(1)), time, NumberText.parse(fraction));
  }

  private static Reading after(Reading date, Exact time, Reading fraction) {
    if (!(date instanceof Reading.Of(Exact days))) {
      return date;
    }
    if (!(fraction instanceof Reading.Of(Exact part))) {
      return fraction;
    }
    Exact seconds = days.times(DAY).plus(time).plus(part);
    return seconds.exceedsLimit() ? Reading.Unread.TOO_LONG : new Reading.Of(seconds);
  }

  /** Writes seconds since 1970-01-01T00:00Z as an instant. */
  public static String format(Exact seconds) {
    boolean ends = seconds.decimalPlaces().isPresent();
    Exact shown = ends ? seconds : Rounding.HALF_EVEN.roundToPlaces(seconds, NumberText.PLACES);
    BigInteger day = Rounding.FLOOR.round(shown.dividedBy(DAY), Exact.ONE).numerator();
    Exact days = Exact.of(day);
    if (!DateText.holds(days)) {
      return "1970-01-01T00:00Z " + DurationText.signed(seconds, "second");
    }
    Exact ofDay = shown.minus(days.times(DAY));
    Exact whole = Rounding.FLOOR.round(ofDay, Exact.ONE);
    String time = LocalTime.ofSecondOfDay(whole.longValueExact()).toString();
    return DateText.format(days) + "T" + time + fraction(time, ofDay.minus(whole), ends) + "Z";
  }

  /** Writes a fraction of a second after a time of day, which has no seconds if they are zero. */
  private static String fraction(String time, Exact part, boolean ends) {
    if (part.signum() == 0 && ends) {
      return "";
    }
    String digits = part.signum() == 0 ? "." + "0".repeat(NumberText.PLACES) : digits(part);
    String seconds = time.length() == "hh:mm".length() ? ":00" : "";
    return seconds + digits + (ends ? "" : "~");
  }

  private static String digits(Exact part) {
    return NumberText.format(part).substring(1);
  }
}
