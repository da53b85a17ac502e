package org.loadline.benchmarks.solve;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Accounts with {@link #PER_ACCOUNT} positions each, long and short, in the order of their account.
 *
 * <p>Marks, entries and cash are in hundredths of a USD, sizes in thousandths of a base.
 */
record HedgedBook(long[] mark, long[] cash, int[] market, long[] size, long[] entry) {
  static final int PER_ACCOUNT = 10;

  private static final int MARKETS = 50;
  private static final long SEED = 20;

  /** Always the same for a number of accounts. */
  static HedgedBook generate(int accounts) {
    Random random = new Random(SEED);
    long[] mark = new long[MARKETS];
    for (int m = 0; m < MARKETS; m++) {
      mark[m] = (long) Math.pow(10, 2 + 4.7 * random.nextDouble());
    }
    long[] cash = new long[accounts];
    int[] market = new int[accounts * PER_ACCOUNT];
    long[] size = new long[accounts * PER_ACCOUNT];
    long[] entry = new long[accounts * PER_ACCOUNT];
    for (int a = 0; a < accounts; a++) {
      double worth = Math.pow(10, 3 + 2 * random.nextDouble());
      cash[a] = (long) (worth * 100 * (0.05 + random.nextDouble()));
      int first = random.nextInt(MARKETS);
      for (int k = 0; k < PER_ACCOUNT; k++) {
        int row = a * PER_ACCOUNT + k;
        market[row] = (first + 7 * k) % MARKETS;
        double notional = worth * 2 * random.nextDouble();
        long amount = 1 + (long) (notional * 100_000 / mark[market[row]]);
        size[row] = random.nextInt(3) == 0 ? -amount : amount;
        entry[row] = (long) (mark[market[row]] * (0.95 + 0.1 * random.nextDouble()));
      }
    }
    return new HedgedBook(mark, cash, market, size, entry);
  }

  int accounts() {
    return cash.length;
  }

  int positions() {
    return market.length;
  }

  /** Writes the files that {@code benchmarks/policies/solve.risk} reads. */
  void write(Path folder) throws IOException {
    try (BufferedWriter markets = Files.newBufferedWriter(folder.resolve("market.csv"));
        BufferedWriter accounts = Files.newBufferedWriter(folder.resolve("account.csv"));
        BufferedWriter positions = Files.newBufferedWriter(folder.resolve("position.csv"))) {
      markets.write("symbol,mark\n");
      for (int m = 0; m < mark.length; m++) {
        markets.write("m" + m + "," + decimal(mark[m], 2) + "\n");
      }
      accounts.write("id,cash\n");
      for (int a = 0; a < cash.length; a++) {
        accounts.write(a + "," + decimal(cash[a], 2) + "\n");
      }
      positions.write("account,market,size,entry\n");
      for (int row = 0; row < market.length; row++) {
        positions.write(row / PER_ACCOUNT + ",m" + market[row] + ",");
        positions.write(decimal(size[row], 3) + "," + decimal(entry[row], 2) + "\n");
      }
    }
  }

  private static String decimal(long units, int places) {
    return BigDecimal.valueOf(units, places).toPlainString();
  }

  /** Where an account is liquidated, in hundredths of a percent, by trying each; -1 for nowhere. */
  int liquidatedFrom(int account) {
    for (int d = 0; d <= 10_000; d++) {
      // In units of 10^-9 USD; maintenance in thousandths of that.
      long equity = cash[account] * 10_000_000;
      long maintenance = 0;
      for (int row = account * PER_ACCOUNT; row < (account + 1) * PER_ACCOUNT; row++) {
        long now = mark[market[row]] * (10_000 - d);
        equity += size[row] * (now - entry[row] * 10_000);
        long notional = Math.abs(size[row]) * now;
        maintenance += notional * rate(notional / 1_000_000_000);
      }
      if (equity * 1_000 < maintenance) {
        return d;
      }
    }
    return -1;
  }

  private static int rate(long notional) {
    if (notional < 50_000) {
      return notional < 10_000 ? 5 : 10;
    }
    return notional < 100_000 ? 25 : notional < 250_000 ? 50 : 100;
  }
}
