package org.loadline.benchmarks.scenarios;

import java.util.List;

/** A move of large and of small markets, and how much of its loss counts; in hundredths. */
record Scenario(int major, int minor, int weight) {
  /** As in {@code benchmarks/policies/scenarios.risk}. */
  static final List<Scenario> ALL =
      List.of(
          new Scenario(2, 3, 100),
          new Scenario(-2, -3, 100),
          new Scenario(4, 6, 100),
          new Scenario(-4, -6, 100),
          new Scenario(6, 9, 100),
          new Scenario(-6, -9, 100),
          new Scenario(8, 12, 100),
          new Scenario(-8, -12, 100),
          new Scenario(8, -4, 80),
          new Scenario(-8, 4, 80),
          new Scenario(0, 15, 75),
          new Scenario(0, -15, 75),
          new Scenario(16, 24, 50),
          new Scenario(-16, -24, 50),
          new Scenario(24, 36, 35),
          new Scenario(-24, -36, 35));

  int move(boolean isMajor) {
    return isMajor ? major : minor;
  }
}
