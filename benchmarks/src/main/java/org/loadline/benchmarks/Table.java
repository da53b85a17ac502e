package org.loadline.benchmarks;

import java.util.List;
import java.util.Locale;

/** Measurements for people. */
final class Table {
  private static final String ROW = "%-22s %11s %8s %8s   %-32s %s%n";

  private Table() {}

  static String of(List<Measurement> measurements) {
    StringBuilder text = new StringBuilder();
    int accounts = 0;
    for (Measurement measurement : measurements) {
      if (measurement.accounts() != accounts) {
        accounts = measurement.accounts();
        text.append(
            String.format(
                Locale.ROOT,
                "%n%,d accounts, %,d positions%n" + ROW,
                accounts,
                measurement.positions(),
                "",
                "ns/position",
                "fastest",
                "ratio",
                "engine",
                "as published"));
      }
      text.append(
          String.format(
              Locale.ROOT,
              ROW,
              measurement.contender(),
              String.format(Locale.ROOT, "%.2f", measurement.nanos()),
              String.format(Locale.ROOT, "%.2f", measurement.fastest()),
              String.format(Locale.ROOT, "%.2f", measurement.ratio()),
              measurement.engine(),
              agreement(measurement)));
    }
    return text.toString();
  }

  private static String agreement(Measurement measurement) {
    return measurement.agrees()
        ? "yes"
        : "no: "
            + measurement.otherStatuses()
            + " statuses and "
            + measurement.otherHealths()
            + " healths differ";
  }
}
