package org.loadline.benchmarks.scenarios;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.Supplier;
import org.loadline.benchmarks.race.Contender;
import org.loadline.benchmarks.race.Jvm;

/** The policy by hand in {@link BigDecimal}, position by position; the judge of the others. */
final class BigScenarios implements Contender<Margins> {
  private final Book book;
  private final BigDecimal[] mark;
  private final BigDecimal[] strike;
  private final BigDecimal[] amount;

  BigScenarios(Book book) {
    this.book = book;
    this.mark = decimals(book.mark(), 2);
    this.strike = decimals(book.strike(), 2);
    this.amount = decimals(book.amount(), 3);
  }

  private static BigDecimal[] decimals(long[] units, int places) {
    BigDecimal[] decimals = new BigDecimal[units.length];
    for (int at = 0; at < units.length; at++) {
      decimals[at] = BigDecimal.valueOf(units[at], places);
    }
    return decimals;
  }

  @Override
  public String name() {
    return "Java, BigDecimal";
  }

  @Override
  public String engine() {
    return Jvm.COMPILER;
  }

  @Override
  public Supplier<Margins> run() {
    BigDecimal[] margins = new BigDecimal[book.accounts()];
    boolean[] covered = new boolean[book.accounts()];
    BigDecimal total = BigDecimal.ZERO;
    for (int account = 0; account < margins.length; account++) {
      BigDecimal now = worth(account, new Scenario(0, 0, 100));
      BigDecimal worst = BigDecimal.ZERO;
      for (Scenario scenario : Scenario.ALL) {
        BigDecimal loss = now.subtract(worth(account, scenario));
        worst = worst.max(loss.multiply(BigDecimal.valueOf(scenario.weight(), 2)));
      }
      margins[account] = worst;
      BigDecimal cash = BigDecimal.valueOf(book.cash()[account], 2);
      covered[account] = now.add(cash).compareTo(worst) >= 0;
      total = total.add(worst);
    }
    BigInteger all = total.setScale(Margins.PLACES).unscaledValue();
    return () -> new Margins(units(margins), covered, all);
  }

  private BigDecimal worth(int account, Scenario scenario) {
    BigDecimal sum = BigDecimal.ZERO;
    int end = (account + 1) * Book.PER_ACCOUNT;
    for (int row = account * Book.PER_ACCOUNT; row < end; row++) {
      int contract = book.contract()[row];
      int market = book.market()[contract];
      int move = scenario.move(book.major()[market]);
      BigDecimal shocked = mark[market].multiply(BigDecimal.valueOf(100 + move, 2));
      BigDecimal above = shocked.subtract(strike[contract]);
      BigDecimal worth =
          switch (book.kind()[contract]) {
            case Book.FUTURE -> above;
            case Book.CALL -> above.max(BigDecimal.ZERO);
            default -> above.negate().max(BigDecimal.ZERO);
          };
      sum = sum.add(amount[row].multiply(worth));
    }
    return sum;
  }

  private static long[] units(BigDecimal[] margins) {
    long[] units = new long[margins.length];
    for (int account = 0; account < units.length; account++) {
      units[account] = margins[account].setScale(Margins.PLACES).unscaledValue().longValueExact();
    }
    return units;
  }
}
