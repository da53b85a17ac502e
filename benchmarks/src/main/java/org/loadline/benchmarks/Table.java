package org.loadline.benchmarks;

import java.util.List;
import java.util.Locale;
import org.loadline.benchmarks.race.Measurement;

/** Measurements for people. */
final class Table {
  private static final String ROW = "%-34s %12s %12s %8s   %-12s %s%n";

  private Table() {}

  static String of(List<Measurement> measurements) {
    StringBuilder text = new StringBuilder();
    String group = "";
    for (Measurement measurement : measurements) {
      if (!measurement.group().equals(group)) {
        group = measurement.group();
        text.append(String.format("%n%s: %s%n", measurement.section(), group));
        text.append(line("", measurement.unit(), "least", "ratio", "engine", "right"));
      }
      text.append(
          line(
              measurement.subject(),
              number(measurement.median()),
              number(measurement.least()),
              String.format(Locale.ROOT, "%.2f", measurement.ratio()),
              measurement.engine(),
              measurement.verdict()));
    }
    return text.toString();
  }

  private static String line(
      String subject, String median, String least, String ratio, String engine, String right) {
    return String.format(Locale.ROOT, ROW, subject, median, least, ratio, engine, right)
        .replaceAll(" +(?=\\R)", "");
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%,.0f", value);
  }
}
