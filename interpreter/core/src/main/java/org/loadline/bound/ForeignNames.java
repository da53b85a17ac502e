package org.loadline.bound;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What is called otherwise in other languages, and what it is called here. */
public final class ForeignNames {
  private static final String MEAN = "The mean of rows is `mean(x.value for x in xs)`.";
  private static final String COUNT = "Rows are counted with `count(xs)`.";
  private static final String POWER = "A power is `power(x, 2)`.";
  private static final String LOGARITHM = "The natural logarithm is `ln(x)`.";
  private static final String WHOLE = "Say which way: `floor(x)`, `ceil(x)` or `truncate(x)`.";
  private static final String NONE = "What is missing is `none`.";
  private static final String UNLIMITED = "What has no limit is `unlimited`.";
  private static final String ROW = "A row's own inputs and facts are read by their names alone.";
  private static final String TIME = "The time is an input: `system { now : instant }`.";
  private static final String DEVIATION =
      "Write `ceil(sample_deviation(x.value for x in xs) to 6 places)`.";
  private static final String CHOICE = "Write `a when condition | b otherwise`.";

  private static final String AMOUNT =
      "Amounts have a unit, as in `USD in steps of 0.01`; without one it is a `number`.";
  private static final String COUNTED =
      "How many there are is a `count`; an amount in raw integers is `USD in steps of 0.01`.";
  private static final String MOMENT = "A moment is an `instant`, a day a `date`.";

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("avg", MEAN),
          Map.entry("average", MEAN),
          Map.entry("len", COUNT),
          Map.entry("length", COUNT),
          Map.entry("pow", POWER),
          Map.entry("log", LOGARITHM),
          Map.entry("int", WHOLE),
          Map.entry("trunc", WHOLE),
          Map.entry("null", NONE),
          Map.entry("nil", NONE),
          Map.entry("nan", NONE),
          Map.entry("undefined", NONE),
          Map.entry("inf", UNLIMITED),
          Map.entry("infinity", UNLIMITED),
          Map.entry("this", ROW),
          Map.entry("self", ROW),
          Map.entry("now", TIME),
          Map.entry("today", TIME),
          Map.entry("std", DEVIATION),
          Map.entry("stdev", DEVIATION),
          Map.entry("stddev", DEVIATION),
          Map.entry("iif", CHOICE));

  private static final Map<String, String> UNITS =
      Map.of(
          "percent", "A percentage is written `5%`.",
          "pct", "A percentage is written `5%`.",
          "year", "A year has no fixed length: write `365 days`.",
          "years", "A year has no fixed length: write `365 days`.",
          "month", "A month has no fixed length: write `30 days`.",
          "months", "A month has no fixed length: write `30 days`.");

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("decimal", AMOUNT),
          Map.entry("float", AMOUNT),
          Map.entry("double", AMOUNT),
          Map.entry("numeric", AMOUNT),
          Map.entry("int", COUNTED),
          Map.entry("integer", COUNTED),
          Map.entry("uint", COUNTED),
          Map.entry("uint256", COUNTED),
          Map.entry("percent", "A share of a hundred is a `ratio`."),
          Map.entry("bool", "What holds or not is a `flag`."),
          Map.entry("boolean", "What holds or not is a `flag`."),
          Map.entry("string", "Words are `text`; a few known ones are a `choice`."),
          Map.entry("str", "Words are `text`; a few known ones are a `choice`."),
          Map.entry("enum", "Declare `choice side { long, short }`, and write `side`."),
          Map.entry("timestamp", MOMENT),
          Map.entry("datetime", MOMENT),
          Map.entry("time", MOMENT));

  private ForeignNames() {}

  /** What to write instead of a name in a formula, if other languages know it. */
  public static Optional<String> hint(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    return ReservedNames.inFormulas(small)
        ? Optional.of("Write `" + small + "`, in small letters.")
        : Optional.ofNullable(NAMES.get(small));
  }

  /** What to write instead of a type. */
  public static Optional<String> type(String name) {
    return Optional.ofNullable(TYPES.get(name.toLowerCase(Locale.ROOT)));
  }

  /** What to write instead of a unit. */
  public static Optional<String> unit(String name) {
    return Optional.ofNullable(UNITS.get(name.toLowerCase(Locale.ROOT)));
  }
}
