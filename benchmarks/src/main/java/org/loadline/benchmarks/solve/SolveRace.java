package org.loadline.benchmarks.solve;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Locale;
import org.loadline.benchmarks.policy.Engines;
import org.loadline.benchmarks.policy.LoadedPolicy;
import org.loadline.benchmarks.policy.Outputs;
import org.loadline.benchmarks.race.Course;
import org.loadline.benchmarks.race.Verdict;

/** The price at which each account of a book is liquidated, exact to a hundredth of a percent. */
public final class SolveRace {
  /** Trying each point takes so long that not every account is judged. */
  private static final int JUDGED = 1_000;

  private final HedgedBook book;
  private final LoadedPolicy policy;
  private final Engines engines;

  public SolveRace(Path project, int accounts, Engines engines) throws IOException {
    this.book = HedgedBook.generate(accounts);
    this.policy = LoadedPolicy.of(project.resolve("benchmarks/policies/solve.risk"), book::write);
    this.engines = engines;
  }

  /** {@return the policy on one thread and on two} */
  public Course<int[]> course() {
    return new Course<>(
        "solve",
        String.format(
            Locale.ROOT, "%,d accounts, %,d positions", book.accounts(), book.positions()),
        "account",
        book.accounts(),
        engines.both(policy, this::answers),
        (given, first) -> verdict(given));
  }

  /** In hundredths of a percent; -1 for nowhere. */
  private int[] answers(Outputs outputs) {
    int[] from = new int[book.accounts()];
    for (int account = 0; account < from.length; account++) {
      from[account] =
          outputs
              .amount("account.liquidated_from", account)
              .map(found -> found.multiply(BigDecimal.valueOf(10_000)).intValueExact())
              .orElse(-1);
    }
    return from;
  }

  private Verdict verdict(int[] given) {
    int others = 0;
    int every = Math.max(1, book.accounts() / JUDGED);
    for (int account = 0; account < given.length; account += every) {
      others += given[account] == book.liquidatedFrom(account) ? 0 : 1;
    }
    return others == 0 ? Verdict.RIGHT : Verdict.wrong(others + " accounts differ");
  }
}
