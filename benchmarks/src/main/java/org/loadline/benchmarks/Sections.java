package org.loadline.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.loadline.benchmarks.lending.LendingRace;
import org.loadline.benchmarks.margin.MarginRace;
import org.loadline.benchmarks.policy.Engines;
import org.loadline.benchmarks.race.Course;
import org.loadline.benchmarks.race.Measurement;
import org.loadline.benchmarks.race.Race;

/** What each section measures. */
final class Sections {
  /** Beyond this many accounts the reference evaluator would take most of the time. */
  private static final int MOST_FOR_REFERENCE = 1_000;

  private final Options options;
  private final Engines engines;

  Sections(Options options, Engines engines) {
    this.options = options;
    this.engines = engines;
  }

  List<Measurement> measure(Section section) throws IOException, InterruptedException {
    return switch (section) {
      case WORKLOAD, LENDING -> sizes(section);
      case LARGE -> List.of();
      case THREADS -> List.of();
      case START_UP -> List.of();
      case COLD -> List.of();
      case ARITHMETIC -> List.of();
    };
  }

  private List<Measurement> sizes(Section section) throws IOException, InterruptedException {
    List<Measurement> measurements = new ArrayList<>();
    for (int accounts : options.accounts()) {
      if (options.side() == Side.USUAL) {
        measurements.addAll(Race.over(everyone(section, accounts), options.pace()));
        measurements.addAll(Child.measure(options, section, accounts, Side.FALLBACK));
        measurements.addAll(Child.measure(options, section, accounts, Side.GRAAL));
      } else {
        measurements.addAll(Race.over(byHand(section, accounts), options.pace()));
      }
    }
    return measurements;
  }

  private Course<?> everyone(Section section, int accounts) throws IOException {
    boolean reference = accounts <= MOST_FOR_REFERENCE;
    return section == Section.WORKLOAD
        ? new MarginRace(options.project(), accounts, engines).everyone(reference)
        : new LendingRace(options.project(), accounts, engines).everyone(reference);
  }

  private Course<?> byHand(Section section, int accounts) throws IOException {
    String where = options.side().words;
    return section == Section.WORKLOAD
        ? new MarginRace(options.project(), accounts, engines).byHand(where)
        : new LendingRace(options.project(), accounts, engines).byHand(where);
  }
}
