package org.loadline.benchmarks.ordered;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Accounts with a loss and positions, as whole hundredths of a USD. Every account has {@link
 * #PER_ACCOUNT} positions, in order of account.
 */
record Losses(long[] loss, long[] size, long[] profit) {
  static final int PER_ACCOUNT = 10;

  private static final int MOST_SIZE = 100_000_000;

  /** {@return those of a seed} */
  static Losses generate(int accounts, long seed) {
    Random random = new Random(seed);
    long[] loss = new long[accounts];
    long[] size = new long[accounts * PER_ACCOUNT];
    long[] profit = new long[accounts * PER_ACCOUNT];
    for (int account = 0; account < accounts; account++) {
      long all = 0;
      for (int row = account * PER_ACCOUNT; row < (account + 1) * PER_ACCOUNT; row++) {
        size[row] = random.nextInt(MOST_SIZE);
        // Few enough values that some are equal, and identity decides.
        profit[row] = (random.nextInt(200) - 100) * 1_000_000L;
        all += size[row];
      }
      loss[account] = Math.min((long) (all * random.nextDouble() * 1.2), 10L * MOST_SIZE);
    }
    return new Losses(loss, size, profit);
  }

  int accounts() {
    return loss.length;
  }

  int positions() {
    return size.length;
  }

  /** Writes the files that {@code benchmarks/policies/ordered.risk} reads. */
  void writeTo(Path folder) throws IOException {
    try (BufferedWriter file = Files.newBufferedWriter(folder.resolve("account.csv"))) {
      file.write("id,loss\n");
      for (int account = 0; account < accounts(); account++) {
        file.write(account + "," + loss[account] + "\n");
      }
    }
    try (BufferedWriter file = Files.newBufferedWriter(folder.resolve("position.csv"))) {
      file.write("account,id,size,profit\n");
      for (int row = 0; row < positions(); row++) {
        file.write(
            row / PER_ACCOUNT
                + ","
                + row % PER_ACCOUNT
                + ","
                + size[row]
                + ","
                + profit[row]
                + "\n");
      }
    }
  }

  static long units(BigDecimal amount, int places) {
    return amount.setScale(places).unscaledValue().longValueExact();
  }
}
