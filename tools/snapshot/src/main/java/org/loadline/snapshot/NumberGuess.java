package org.loadline.snapshot;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.loadline.source.DiagnosticCode;
import org.loadline.values.Exact;
import org.loadline.values.NumberText;

/**
 * What somebody meant who wrote a number as a spreadsheet or a person would. It is only proposed:
 * such a cell is never read.
 */
final class NumberGuess {
  private static final int LONGEST = 100;

  private static final Pattern THOUSANDS =
      Pattern.compile(
          "([+-]?\\d{1,3}(?:([,'_ \u00a0\u202f\u2019])\\d{3})(?:\\2\\d{3})*)([.]\\d+)?");
  private static final Pattern COMMA = Pattern.compile("[+-]?\\d*,\\d+");
  private static final Pattern POINTS_AND_COMMA =
      Pattern.compile("[+-]?\\d{1,3}(?:[.]\\d{3})+,\\d+");
  private static final Pattern PERCENT = Pattern.compile("(.*\\d)[ \u00a0]?%");
  private static final Pattern UNIT_BEFORE =
      Pattern.compile("([+-]?)(?:\\p{Sc}|[A-Z]{3,5}) ?([+-]?[\\d.].*)");
  private static final Pattern UNIT_AFTER =
      Pattern.compile("([+-]?[\\d.].*?) ?(?:\\p{Sc}|[A-Za-z]{1,5})");

  private NumberGuess() {}

  static Optional<Cell> of(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher percent = PERCENT.matcher(text);
    if (percent.matches()) {
      return number(percent.group(1))
          .map(n -> wrong(CellProblem.PERCENT, n.dividedBy(Exact.of(100))));
    }
    Matcher before = UNIT_BEFORE.matcher(text);
    if (before.matches()) {
      return number(before.group(1) + before.group(2)).map(n -> wrong(CellProblem.CURRENCY, n));
    }
    Optional<Cell> grouped = grouped(text);
    if (grouped.isPresent()) {
      return grouped;
    }
    Matcher after = UNIT_AFTER.matcher(text);
    return after.matches()
        ? number(after.group(1)).map(n -> wrong(CellProblem.CURRENCY, n))
        : Optional.empty();
  }

  private static Optional<Cell> grouped(String text) {
    if (THOUSANDS.matcher(text).matches()) {
      return number(text).map(n -> wrong(CellProblem.THOUSANDS, n));
    }
    if (POINTS_AND_COMMA.matcher(text).matches() || COMMA.matcher(text).matches()) {
      return number(text).map(n -> wrong(CellProblem.DECIMAL_COMMA, n));
    }
    return Optional.empty();
  }

  private static Optional<Exact> number(String text) {
    String plain = text;
    Matcher thousands = THOUSANDS.matcher(text);
    if (thousands.matches()) {
      String places = thousands.group(3) == null ? "" : thousands.group(3);
      plain = thousands.group(1).replaceAll("[^0-9+-]", "") + places;
    } else if (POINTS_AND_COMMA.matcher(text).matches()) {
      plain = text.replace(".", "").replace(',', '.');
    } else if (COMMA.matcher(text).matches()) {
      plain = text.replace(',', '.');
    }
    return NumberText.parse(plain).value();
  }

  private static Cell wrong(DiagnosticCode code, Exact meant) {
    return new Cell.Wrong(code, Map.of("meant", NumberText.format(meant)));
  }
}
