package org.loadline.benchmarks.margin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.loadline.benchmarks.policy.Engines;
import org.loadline.benchmarks.policy.LoadedPolicy;
import org.loadline.benchmarks.policy.Outputs;
import org.loadline.benchmarks.race.Contender;
import org.loadline.benchmarks.race.Course;
import org.loadline.benchmarks.race.Verdict;
import org.loadline.workload.SnapshotFolder;
import org.loadline.workload.Workload;

/** The published workload at one of its sizes. */
public final class MarginRace {
  /** Where the policy is, below the project. */
  public static final String POLICY = "examples/perp-cross-margin/policy.risk";

  private final Workload workload;
  private final LoadedPolicy policy;
  private final Engines engines;

  public MarginRace(Path project, int accounts, Engines engines) throws IOException {
    this.workload = Workload.published(accounts);
    this.policy =
        LoadedPolicy.of(project.resolve(POLICY), folder -> SnapshotFolder.write(workload, folder));
    this.engines = engines;
  }

  /**
   * {@return all who can share a process}
   *
   * @param reference whether the reference evaluator takes part as the others do, which takes most
   *     of the time; otherwise it is run once
   */
  public Course<Answers> everyone(boolean reference) {
    List<Contender<Answers>> contenders = new ArrayList<>();
    contenders.add(new ExactJava(workload));
    contenders.add(new DoubleJava(workload));
    contenders.add(new DecimalJava(workload));
    contenders.addAll(engines.both(policy, MarginRace::answers));
    Contender<Answers> evaluator = engines.reference(policy, MarginRace::answers);
    contenders.add(reference ? evaluator : evaluator.once());
    return course("", contenders);
  }

  /**
   * {@return Loadline against the hand-written ones, on a JVM of another kind}
   *
   * @param where what the table adds to the size
   */
  public Course<Answers> byHand(String where) {
    return course(where, List.of(byHand(), new DoubleJava(workload), loadline()));
  }

  /** {@return the policy on one thread and on two} */
  public Course<Answers> threads() {
    return course(", by threads", engines.both(policy, MarginRace::answers));
  }

  public LoadedPolicy policy() {
    return policy;
  }

  public Workload workload() {
    return workload;
  }

  public Contender<Answers> byHand() {
    return new ExactJava(workload);
  }

  public Contender<Answers> loadline() {
    return engines.single(policy, MarginRace::answers);
  }

  /** {@return whether answers are the published ones} */
  public Verdict verdict(Answers answers) {
    Published published = Published.of(workload.accounts()).orElseThrow();
    return published.agreesWith(answers) ? Verdict.RIGHT : Verdict.wrong("not as published");
  }

  private Course<Answers> course(String where, List<Contender<Answers>> contenders) {
    Published published = Published.of(workload.accounts()).orElseThrow();
    String size =
        String.format(
            Locale.ROOT,
            "%,d accounts, %,d positions%s",
            workload.accounts(),
            workload.positions().size(),
            where);
    return new Course<>(
        "workload", size, "position", workload.positions().size(), contenders, published::verdict);
  }

  public static Answers answers(Outputs outputs) {
    byte[] status = new byte[outputs.rows("account.standing")];
    long[] health = new long[status.length];
    for (int row = 0; row < status.length; row++) {
      status[row] = (byte) Answers.STATUSES.indexOf(outputs.member("account.standing", row));
      health[row] =
          outputs
              .amount("account.health", row)
              .map(exact -> exact.setScale(Answers.HEALTH_PLACES).unscaledValue().longValueExact())
              .orElse(Answers.NO_HEALTH);
    }
    return new Answers(
        status,
        health,
        outputs.total("total_equity"),
        outputs.total("total_initial"),
        outputs.total("total_maintenance"));
  }
}
