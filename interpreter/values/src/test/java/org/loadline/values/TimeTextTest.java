package org.loadline.values;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.loadline.values.Reading.Unread.MALFORMED;
import static org.loadline.values.Reading.Unread.TOO_LONG;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates, instants and durations. */
class TimeTextTest {
  private static Exact number(String text) {
    return NumberText.parse(text).value().orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "1970-01-01, 0",
    "1969-12-31, -1",
    "2026-11-20, 20777",
    "2000-02-29, 11016",
    "0000-01-01, -719528",
    "9999-12-31, 2932896",
  })
  void datesAreDays(String text, String days) {
    assertEquals(new Reading.Of(number(days)), DateText.parse(text));
    assertEquals(text, DateText.format(number(days)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-11-31",
        "2025-02-29",
        "1900-02-29",
        "2026-13-01",
        "2026-00-10",
        "2026-1-1",
        "26-01-01",
        "+12026-01-01",
        "-0001-01-01",
        "2026-11-20 ",
        "2026/11/20",
        "20261120",
        "2026-11-20T08:00Z",
        "٢٠٢٦-11-20"
      })
  void refusesWhatIsNoDate(String text) {
    assertEquals(MALFORMED, DateText.parse(text));
  }

  @ParameterizedTest
  @CsvSource({
    "1.5, 1970-01-01 + 1.5 days",
    "-0.5, 1970-01-01 - 0.5 days",
    "2932897, 1970-01-01 + 2932897 days",
    "-1e20, 1970-01-01 - 100000000000000000000 days",
  })
  void writesADateThatIsNoneAsADistance(String days, String text) {
    assertEquals(text, DateText.format(number(days)));
  }

  @ParameterizedTest
  @CsvSource({
    "1970-01-01T00:00Z, 0",
    "2026-11-20T08:00Z, 1795161600",
    "2026-11-20T08:00:30Z, 1795161630",
    "1969-12-31T23:59:59Z, -1",
    "1969-12-31T23:59:59.75Z, -0.25",
    "2026-11-20T08:00:00.000000000000000001Z, 1795161600.000000000000000001",
    "9999-12-31T23:59:59.999Z, 253402300799.999",
  })
  void instantsAreSeconds(String text, String seconds) {
    assertEquals(new Reading.Of(number(seconds)), InstantText.parse(text));
    assertEquals(text, InstantText.format(number(seconds)));
  }

  @ParameterizedTest
  @CsvSource({"2026-11-20T08:00:00Z", "2026-11-20T08:00:00.000Z"})
  void readsZeroSeconds(String text) {
    assertEquals(new Reading.Of(number("1795161600")), InstantText.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-11-20",
        "2026-11-20T08:00",
        "2026-11-20T08:00+01:00",
        "2026-11-20 08:00Z",
        "2026-11-20T8:00Z",
        "2026-11-20T24:00Z",
        "2026-11-20T08:60Z",
        "2026-11-20T08:00:60Z",
        "2026-11-20T08:00:00.Z",
        "2026-11-20T08:00.5Z",
        "2026-11-31T08:00Z",
        "2026-11-20t08:00z",
        "2026-11-20T08Z",
        "1795161600"
      })
  void refusesWhatIsNoInstant(String text) {
    assertEquals(MALFORMED, InstantText.parse(text));
  }

  @Test
  void refusesAFractionOfASecondWithTooManyDigits() {
    String long1 = "2026-11-20T08:00:00." + "1".repeat(513) + "Z";
    assertEquals(TOO_LONG, InstantText.parse(long1));
    assertEquals(MALFORMED, InstantText.parse("2026-11-20T08:00:00." + "1".repeat(9_999) + "x"));
    assertEquals(TOO_LONG, InstantText.parse("2026-11-20T08:00:00." + "1".repeat(9_999) + "Z"));
  }

  @Test
  void writesInstantsThatAreNotWholeOrNotInRange() {
    assertEquals(
        "1970-01-01T00:00:00.333333333333333333~Z", InstantText.format(Exact.ofFraction(1, 3)));
    assertEquals(
        "1969-12-31T23:59:59.666666666666666667~Z", InstantText.format(Exact.ofFraction(-1, 3)));
    // Nearest to a whole minute, and still marked.
    Exact crumb = Exact.ofFraction(1, 3).times(number("1e-30"));
    assertEquals(
        "1970-01-01T00:01:00.000000000000000000~Z", InstantText.format(number("60").minus(crumb)));
    assertEquals(
        "1970-01-01T00:00Z + 253402300800 seconds", InstantText.format(number("253402300800")));
  }

  @ParameterizedTest
  @CsvSource({
    "90 seconds, 90",
    "1 second, 1",
    "1 minute, 60",
    "90 minutes, 5400",
    "36 hours, 129600",
    "30 days, 2592000",
    "1 day, 86400",
    "0.5 seconds, 0.5",
    "-2 hours, -7200",
    "-1 day, -86400",
    "0 seconds, 0",
    "61 seconds, 61",
  })
  void durationsAreSecondsInTheLargestWholeUnit(String text, String seconds) {
    assertEquals(new Reading.Of(number(seconds)), DurationText.parse(text));
    assertEquals(text, DurationText.format(number(seconds)));
  }

  @ParameterizedTest
  @CsvSource({
    "1.5 hours, 90 minutes",
    "60 seconds, 1 minute",
    "24 hours, 1 day",
    "1e3 second, 1000 seconds",
    "1 days, 1 day",
  })
  void readsDurationsInAnyUnit(String text, String canonical) {
    Exact seconds = DurationText.parse(text).value().orElseThrow();
    assertEquals(canonical, DurationText.format(seconds));
  }

  @Test
  void marksADurationWithoutEnd() {
    assertEquals("0.333333333333333333~ seconds", DurationText.format(Exact.ofFraction(1, 3)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "90",
        "seconds",
        " seconds",
        "90seconds",
        "90  seconds",
        "90 weeks",
        "90 Seconds",
        "90 s",
        "90 secondss",
        "ninety seconds",
        "1 hour 30 minutes",
        "90 seconds "
      })
  void refusesWhatIsNoDuration(String text) {
    assertEquals(MALFORMED, DurationText.parse(text));
  }

  @Test
  void refusesADurationWithTooManyDigits() {
    assertEquals(TOO_LONG, DurationText.parse("1e512 days"));
    assertEquals(TOO_LONG, DurationText.parse("1e513 seconds"));
  }
}
