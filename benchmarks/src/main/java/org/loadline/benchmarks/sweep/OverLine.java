package org.loadline.benchmarks.sweep;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** A book of accounts with four positions each, six in a hundred of them over the line. */
final class OverLine {
  private static final int MARKETS = 50;
  private static final int POSITIONS = 4;

  private OverLine() {}

  /** Writes the files that {@code benchmarks/policies/sweep.risk} reads; always the same. */
  static void write(int accounts, Path folder) throws IOException {
    Random random = new Random(20_261_126);
    int[] marks = random.ints(MARKETS, 100, 60_000).toArray();
    try (BufferedWriter system = Files.newBufferedWriter(folder.resolve("system.csv"));
        BufferedWriter market = Files.newBufferedWriter(folder.resolve("market.csv"));
        BufferedWriter account = Files.newBufferedWriter(folder.resolve("account.csv"));
        BufferedWriter position = Files.newBufferedWriter(folder.resolve("position.csv"))) {
      system.write("insurance,till\n500000000,0\n");
      market.write("symbol,mark,stock\n");
      for (int m = 0; m < MARKETS; m++) {
        market.write("m" + m + "," + marks[m] + ",0\n");
      }
      account.write("id,cash,debt\n");
      position.write("account,market,size\n");
      for (int a = 0; a < accounts; a++) {
        int first = random.nextInt(MARKETS);
        long thousandths = 0;
        for (int p = 0; p < POSITIONS; p++) {
          int m = (first + p * 11) % MARKETS;
          int size = 1 + random.nextInt(3_000);
          thousandths += (long) size * marks[m];
          position.write(a + ",m" + m + "," + size + "\n");
        }
        boolean over = random.nextInt(100) < 6;
        int percent = over ? 96 + random.nextInt(7) : 10 + random.nextInt(80);
        account.write(
            a + "," + random.nextInt(10_000) + "," + thousandths * percent / 1_000 + "\n");
      }
    }
  }
}
