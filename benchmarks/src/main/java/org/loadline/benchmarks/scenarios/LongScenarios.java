package org.loadline.benchmarks.scenarios;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.Supplier;
import org.loadline.benchmarks.race.Contender;
import org.loadline.benchmarks.race.Jvm;

/**
 * The policy by hand in words of 64 bits, for the declared ranges.
 *
 * <p>What a contract is worth in each scenario is worked out once a contract and kept in one row of
 * sixteen words, so that a position costs sixteen products and sums. Nothing is allocated but the
 * answers.
 */
final class LongScenarios implements Contender<Margins> {
  private static final int SCENARIOS = Scenario.ALL.size();
  private static final int WHOLE = 100;

  private final Book book;
  private final int[] weight = Scenario.ALL.stream().mapToInt(Scenario::weight).toArray();

  LongScenarios(Book book) {
    this.book = book;
  }

  @Override
  public String name() {
    return "Java, exact, by hand";
  }

  @Override
  public String engine() {
    return Jvm.COMPILER;
  }

  @Override
  public Supplier<Margins> run() {
    long[] worths = worths();
    long[] margin = new long[book.accounts()];
    boolean[] covered = new boolean[book.accounts()];
    long high = 0;
    long low = 0;
    long[] sums = new long[SCENARIOS + 1];
    for (int account = 0; account < margin.length; account++) {
      sum(account, worths, sums);
      long now = sums[SCENARIOS];
      long worst = 0;
      for (int s = 0; s < SCENARIOS; s++) {
        worst = Math.max(worst, (now - sums[s]) * weight[s]);
      }
      margin[account] = worst;
      covered[account] = now * WHOLE + book.cash()[account] * 10_000_000L >= worst;
      low += worst;
      high += Long.compareUnsigned(low, worst) < 0 ? 1 : 0;
    }
    BigInteger total = BigInteger.valueOf(high).shiftLeft(Long.SIZE).add(unsigned(low));
    return () -> new Margins(margin, covered, total);
  }

  private static BigInteger unsigned(long word) {
    return new BigInteger(Long.toUnsignedString(word));
  }

  /** What the positions of an account are worth in each scenario, and last as things stand. */
  private void sum(int account, long[] worths, long[] sums) {
    Arrays.fill(sums, 0);
    int[] contract = book.contract();
    long[] amount = book.amount();
    int end = (account + 1) * Book.PER_ACCOUNT;
    for (int row = account * Book.PER_ACCOUNT; row < end; row++) {
      int at = contract[row] * (SCENARIOS + 1);
      long held = amount[row];
      for (int s = 0; s <= SCENARIOS; s++) {
        sums[s] += held * worths[at + s];
      }
    }
  }

  /** In units of 10^-4 USD for one base: one row a contract, as things stand last. */
  private long[] worths() {
    long[] worths = new long[book.contracts() * (SCENARIOS + 1)];
    for (int c = 0; c < book.contracts(); c++) {
      int market = book.market()[c];
      long mark = book.mark()[market];
      for (int s = 0; s <= SCENARIOS; s++) {
        int move = s == SCENARIOS ? 0 : Scenario.ALL.get(s).move(book.major()[market]);
        long above = mark * (WHOLE + move) - book.strike()[c] * WHOLE;
        worths[c * (SCENARIOS + 1) + s] =
            switch (book.kind()[c]) {
              case Book.FUTURE -> above;
              case Book.CALL -> Math.max(0, above);
              default -> Math.max(0, -above);
            };
      }
    }
    return worths;
  }
}
