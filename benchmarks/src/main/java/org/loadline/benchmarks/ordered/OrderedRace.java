package org.loadline.benchmarks.ordered;

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

/** Rankings, earlier rows and folds over the positions of accounts. */
public final class OrderedRace {
  private static final String POLICY = "benchmarks/policies/ordered.risk";
  private static final long SEED = 10;

  private final Losses losses;
  private final LoadedPolicy policy;
  private final Engines engines;

  public OrderedRace(Path project, int accounts, Engines engines) throws IOException {
    this.losses = Losses.generate(accounts, SEED);
    this.policy = LoadedPolicy.of(project.resolve(POLICY), losses::writeTo);
    this.engines = engines;
  }

  /**
   * {@return all who can share a process}
   *
   * @param reference whether the reference evaluator takes part, which takes most of the time
   */
  public Course<Answers> everyone(boolean reference) {
    List<Contender<Answers>> contenders = new ArrayList<>();
    contenders.add(new LongOrdered(losses));
    contenders.add(new BigOrdered(losses));
    contenders.addAll(engines.both(policy, OrderedRace::answers));
    if (reference) {
      contenders.add(engines.reference(policy, OrderedRace::answers));
    }
    return course("", contenders);
  }

  /**
   * {@return Loadline against the hand-written one, on a JVM of another kind}
   *
   * @param where what the table adds to the size
   */
  public Course<Answers> byHand(String where) {
    return course(
        where, List.of(new LongOrdered(losses), engines.single(policy, OrderedRace::answers)));
  }

  private Course<Answers> course(String where, List<Contender<Answers>> contenders) {
    String size =
        String.format(
            Locale.ROOT,
            "%,d accounts, %,d positions%s",
            losses.accounts(),
            losses.positions(),
            where);
    // Nothing is published of these losses, so the plainest program is the judge.
    Answers expected = new BigOrdered(losses).run().get();
    return new Course<>(
        "ordered",
        size,
        "position",
        losses.positions(),
        contenders,
        (given, first) -> given.verdict(expected));
  }

  static Answers answers(Outputs outputs) {
    return new Answers(
        units(outputs, "position.taken", 2),
        counts(outputs, "position.rank"),
        units(outputs, "account.largest_three", 2),
        units(outputs, "account.smoothed", 6),
        counts(outputs, "account.served"),
        Losses.units(outputs.total("total_taken"), 2));
  }

  private static long[] units(Outputs outputs, String name, int places) {
    long[] units = new long[outputs.rows(name)];
    for (int row = 0; row < units.length; row++) {
      units[row] = Losses.units(outputs.amount(name, row).orElseThrow(), places);
    }
    return units;
  }

  private static int[] counts(Outputs outputs, String name) {
    int[] counts = new int[outputs.rows(name)];
    for (int row = 0; row < counts.length; row++) {
      counts[row] = outputs.amount(name, row).orElseThrow().intValueExact();
    }
    return counts;
  }
}
