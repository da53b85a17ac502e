package org.loadline.values;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates in data and in output: {@code 2026-11-20}, in the proleptic Gregorian calendar, as whole
 * days since 1970-01-01.
 *
 * <p>Years have four digits, 0000 to 9999. A computed value that is no such day, say a day and a
 * half after one, is written as a distance: {@code 1970-01-01 + 1.5 days}.
 */
public final class DateText {
  private static final Pattern DATE = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
  private static final Exact FIRST = Exact.of(LocalDate.of(0, 1, 1).toEpochDay());
  private static final Exact LAST = Exact.of(LocalDate.of(9999, 12, 31).toEpochDay());

  private DateText() {}

  /** Reads a date as days since 1970-01-01. */
  public static Reading parse(String text) {
    Matcher date = DATE.matcher(text);
    if (!date.matches()) {
      return Reading.Unread.MALFORMED;
    }
    try {
      LocalDate day =
          LocalDate.of(
              Integer.parseInt(date.group(1)),
              Integer.parseInt(date.group(2)),
              Integer.parseInt(date.group(3)));
      return new Reading.Of(Exact.of(day.toEpochDay()));
    } catch (DateTimeException noSuchDay) {
      return Reading.Unread.MALFORMED;
    }
  }

  /** Writes days since 1970-01-01 as a date. */
  public static String format(Exact days) {
    return days.isWhole() && holds(days)
        ? LocalDate.ofEpochDay(days.longValueExact()).toString()
        : "1970-01-01 " + DurationText.signed(days, "day");
  }

  /** Says whether a number of whole days lies in a year of four digits. */
  static boolean holds(Exact days) {
    return days.compareTo(FIRST) >= 0 && days.compareTo(LAST) <= 0;
  }
}
