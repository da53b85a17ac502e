package org.loadline.benchmarks.sweep;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.loadline.api.Policy;
import org.loadline.benchmarks.policy.Engines;
import org.loadline.benchmarks.policy.LoadedPolicy;
import org.loadline.benchmarks.race.Contender;
import org.loadline.benchmarks.race.Course;
import org.loadline.benchmarks.race.Verdict;
import org.loadline.data.Evaluator;
import org.loadline.reference.ReferenceEvaluator;
import org.loadline.sweep.Covered;
import org.loadline.sweep.Sweep;
import org.loadline.sweep.Sweeps;

/**
 * A whole waterfall: who is over the line, in which order, every entry, the ledger and the totals.
 */
public final class SweepRace {
  private final LoadedPolicy policy;
  private final int accounts;
  private final Engines engines;

  public SweepRace(Path project, int accounts, Engines engines) throws IOException {
    this.policy =
        LoadedPolicy.of(
            project.resolve("benchmarks/policies/sweep.risk"),
            folder -> OverLine.write(accounts, folder));
    this.accounts = accounts;
    this.engines = engines;
  }

  /**
   * @param anew also with everything worked out anew after every entry
   */
  public Course<Verdict> course(boolean anew) {
    List<Contender<Verdict>> contenders = new ArrayList<>();
    var engine = engines.oneThread();
    contenders.add(contender("Loadline", engine.engineName(), engine));
    if (anew) {
      contenders.add(contender("Loadline, all anew", "Java", new ReferenceEvaluator()));
    }
    return new Course<>(
        "sweep",
        String.format(Locale.ROOT, "%,d accounts, %,d over the line", accounts, over()),
        "account served",
        Math.max(1, over()),
        contenders,
        (verdict, ofFirst) -> verdict);
  }

  private int over() {
    return sweep(engines.oneThread()).sweeps().getFirst().counts().over();
  }

  private Sweeps sweep(Evaluator evaluator) {
    return Policy.of(policy.program()).on(evaluator).sweep(policy.snapshot());
  }

  private Contender<Verdict> contender(String name, String engine, Evaluator evaluator) {
    return new Contender<>() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public String engine() {
        return engine;
      }

      @Override
      public Supplier<Verdict> run() {
        Sweeps sweeps = sweep(evaluator);
        return () -> verdict(sweeps);
      }
    };
  }

  /** Everybody was served, and a second sweep finds only those whom the fund left with a loss. */
  private Verdict verdict(Sweeps sweeps) {
    Sweep sweep = sweeps.sweeps().getFirst();
    Covered covered = sweep.covered().orElseThrow();
    if (sweep.counts().served() != sweep.counts().over() || !sweep.isSound()) {
      return Verdict.wrong("not all of " + sweep.counts() + " are served");
    }
    if (!covered.absorbed().plus(covered.remainder()).equals(covered.loss())) {
      return Verdict.wrong("absorbed and remainder are not the loss");
    }
    Sweep again =
        Policy.of(policy.program())
            .on(engines.oneThread())
            .sweep(sweeps.after())
            .sweeps()
            .getFirst();
    boolean less = again.covered().orElseThrow().loss().equals(covered.remainder());
    return less
        ? Verdict.RIGHT
        : Verdict.wrong("a second sweep finds another loss than the remainder of the first");
  }
}
