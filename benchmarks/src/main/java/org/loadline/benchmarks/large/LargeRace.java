package org.loadline.benchmarks.large;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.loadline.benchmarks.margin.MarginRace;
import org.loadline.benchmarks.policy.Engines;
import org.loadline.benchmarks.policy.LoadedPolicy;
import org.loadline.benchmarks.policy.Outputs;
import org.loadline.benchmarks.race.Contender;
import org.loadline.benchmarks.race.Course;
import org.loadline.benchmarks.race.Verdict;
import org.loadline.workload.SnapshotFolder;
import org.loadline.workload.Workload;

/**
 * Two policies in turn on one engine: the published workload's, then one of sixty facts on the same
 * snapshot, then both again.
 *
 * <p>The hand-written program for the workload is timed beside each, so that the four can be
 * compared although they are not interleaved.
 */
public final class LargeRace {
  private static final String POLICY = "benchmarks/policies/large.risk";
  private static final List<String> TOTALS =
      List.of("total_equity", "total_required", "total_free", "total_shortfall", "total_haircut");

  private final Workload workload;
  private final Contender<Verdict> byHand;
  private final Contender<Verdict> first;
  private final Contender<Verdict> second;

  public LargeRace(Path project, int accounts, Engines engines) throws IOException {
    MarginRace margin = new MarginRace(project, accounts, engines);
    workload = margin.workload();
    LoadedPolicy large =
        LoadedPolicy.of(project.resolve(POLICY), folder -> SnapshotFolder.write(workload, folder));
    byHand = margin.byHand().map(margin::verdict);
    first = margin.loadline().map(margin::verdict);
    second = engines.single(large, LargeRace::totals).map(new Expected()::verdict);
  }

  /** {@return four races, to be held in this order} */
  public List<Course<Verdict>> inTurn() {
    return List.of(
        course("1. the workload's policy", first),
        course("2. a policy of sixty facts", second),
        course("3. the workload's policy again", first),
        course("4. the policy of sixty facts again", second));
  }

  private Course<Verdict> course(String which, Contender<Verdict> policy) {
    return new Course<>(
        "large",
        String.format(Locale.ROOT, "%,d positions, %s", workload.positions().size(), which),
        "position",
        workload.positions().size(),
        List.of(byHand, policy),
        (verdict, ofFirst) -> verdict);
  }

  static List<BigDecimal> totals(Outputs outputs) {
    return TOTALS.stream().map(outputs::total).toList();
  }

  /** Nothing is published of this policy: every run must give what the one before gave. */
  private static final class Expected {
    private final List<BigDecimal> totals = new ArrayList<>();

    Verdict verdict(List<BigDecimal> given) {
      if (totals.isEmpty()) {
        totals.addAll(given);
      }
      return totals.equals(given) ? Verdict.RIGHT : Verdict.wrong("another run gave other totals");
    }
  }
}
