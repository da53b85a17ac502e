package org.loadline.benchmarks.lending;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.loadline.benchmarks.policy.Engines;
import org.loadline.benchmarks.policy.LoadedPolicy;
import org.loadline.benchmarks.policy.Outputs;
import org.loadline.benchmarks.race.Contender;
import org.loadline.benchmarks.race.Course;

/** The lending policy on a pool of one size. */
public final class LendingRace {
  private static final String POLICY = "benchmarks/policies/lending.risk";
  private static final long SEED = 42;

  private final Pool pool;
  private final LoadedPolicy policy;
  private final Engines engines;

  public LendingRace(Path project, int accounts, Engines engines) throws IOException {
    this.pool = Pool.generate(accounts, SEED);
    this.policy =
        LoadedPolicy.of(project.resolve(POLICY), folder -> PoolFolder.write(pool, folder));
    this.engines = engines;
  }

  /**
   * {@return all who can share a process}
   *
   * @param reference whether the reference evaluator takes part, which takes most of the time
   */
  public Course<Health> everyone(boolean reference) {
    List<Contender<Health>> contenders = new ArrayList<>();
    contenders.add(new TwoWordJava(pool));
    contenders.add(new BigJava(pool));
    contenders.addAll(engines.both(policy, LendingRace::answers));
    if (reference) {
      contenders.add(engines.reference(policy, LendingRace::answers));
    }
    return course("", contenders);
  }

  /**
   * {@return Loadline against the hand-written one, on a JVM of another kind}
   *
   * @param where what the table adds to the size
   */
  public Course<Health> byHand(String where) {
    return course(
        where, List.of(new TwoWordJava(pool), engines.single(policy, LendingRace::answers)));
  }

  /** {@return the policy on one thread and on two} */
  public Course<Health> threads() {
    return course(", by threads", engines.both(policy, LendingRace::answers));
  }

  private Course<Health> course(String where, List<Contender<Health>> contenders) {
    String size =
        String.format(
            Locale.ROOT,
            "%,d accounts, %,d supplies and debts%s",
            pool.accounts(),
            pool.rows(),
            where);
    // Nothing is published of these pools, so the plainest program is the judge.
    Health expected = new BigJava(pool).run().get();
    return new Course<>(
        "lending", size, "row", pool.rows(), contenders, (given, first) -> given.verdict(expected));
  }

  static Health answers(Outputs outputs) {
    int accounts = outputs.rows("account.health");
    Health answers =
        new Health(
            new long[accounts],
            new long[accounts],
            money(outputs, "total_collateral"),
            money(outputs, "total_owed"));
    for (int account = 0; account < accounts; account++) {
      var health = outputs.amount("account.health", account);
      if (health.isPresent()) {
        answers.set(account, health.get().setScale(Health.PLACES).unscaledValue());
      } else {
        answers.setUnlimited(account);
      }
    }
    return answers;
  }

  private static BigInteger money(Outputs outputs, String name) {
    return outputs.total(name).setScale(Reserve.PRICE_PLACES).unscaledValue();
  }
}
