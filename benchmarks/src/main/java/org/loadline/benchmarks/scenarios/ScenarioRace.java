package org.loadline.benchmarks.scenarios;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.loadline.benchmarks.policy.Engines;
import org.loadline.benchmarks.policy.LoadedPolicy;
import org.loadline.benchmarks.policy.Outputs;
import org.loadline.benchmarks.race.Contender;
import org.loadline.benchmarks.race.Course;

/** The scenario margin on a book of one size. */
public final class ScenarioRace {
  private static final String POLICY = "benchmarks/policies/scenarios.risk";
  private static final long SEED = 16;

  private final Book book;
  private final LoadedPolicy policy;
  private final Engines engines;

  public ScenarioRace(Path project, int accounts, Engines engines) throws IOException {
    this.book = Book.generate(accounts, SEED);
    this.policy =
        LoadedPolicy.of(project.resolve(POLICY), folder -> BookFolder.write(book, folder));
    this.engines = engines;
  }

  /**
   * {@return all who can share a process}
   *
   * @param reference whether the reference evaluator takes part, which takes most of the time
   */
  public Course<Margins> everyone(boolean reference) {
    List<Contender<Margins>> contenders = new ArrayList<>();
    contenders.add(new LongScenarios(book));
    contenders.add(new BigScenarios(book));
    contenders.addAll(engines.both(policy, ScenarioRace::answers));
    if (reference) {
      contenders.add(engines.reference(policy, ScenarioRace::answers));
    }
    return course("", contenders);
  }

  /**
   * {@return Loadline against the hand-written one, on a JVM of another kind}
   *
   * @param where what the table adds to the size
   */
  public Course<Margins> byHand(String where) {
    return course(
        where, List.of(new LongScenarios(book), engines.single(policy, ScenarioRace::answers)));
  }

  private Course<Margins> course(String where, List<Contender<Margins>> contenders) {
    String size =
        String.format(
            Locale.ROOT, "%,d accounts, %,d positions%s", book.accounts(), book.positions(), where);
    // Nothing is published of these books, so the plainest program is the judge.
    Margins expected = new BigScenarios(book).run().get();
    return new Course<>(
        "scenarios",
        size,
        "position",
        book.positions(),
        contenders,
        (given, first) -> given.verdict(expected));
  }

  static Margins answers(Outputs outputs) {
    int accounts = outputs.rows("account.margin");
    long[] margin = new long[accounts];
    boolean[] covered = new boolean[accounts];
    for (int account = 0; account < accounts; account++) {
      margin[account] = units(outputs.amount("account.margin", account).orElseThrow());
      covered[account] = outputs.flag("account.covered", account);
    }
    BigDecimal total = outputs.total("total_margin");
    return new Margins(margin, covered, total.setScale(Margins.PLACES).unscaledValue());
  }

  private static long units(BigDecimal amount) {
    return amount.setScale(Margins.PLACES).unscaledValue().longValueExact();
  }
}
