package org.loadline.benchmarks.ticks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.loadline.benchmarks.margin.MarginRace;
import org.loadline.benchmarks.policy.Engines;
import org.loadline.benchmarks.race.Contender;
import org.loadline.benchmarks.race.Course;
import org.loadline.benchmarks.race.Verdict;

/** The published workload from scratch, beside what one tick of its prices needs. */
public final class TickRace {
  private final MarginRace margin;
  private final Engines engines;

  public TickRace(Path project, int accounts, Engines engines) throws IOException {
    this.margin = new MarginRace(project, accounts, engines);
    this.engines = engines;
  }

  public Course<Verdict> course() {
    Contender<Verdict> tick =
        new Ticking<>(
            margin.policy(),
            margin.workload().markets(),
            engines.oneThread(),
            outputs -> MarginRace.answers(outputs).sums());
    return new Course<>(
        "ticks",
        String.format(
            Locale.ROOT,
            "%,d accounts, %,d positions",
            margin.workload().accounts(),
            margin.workload().positions().size()),
        "evaluation",
        1,
        List.of(margin.byHand().map(margin::verdict), margin.loadline().map(margin::verdict), tick),
        (verdict, ofFirst) -> verdict);
  }
}
