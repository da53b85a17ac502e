package org.loadline.benchmarks.scenarios;

import java.util.Random;

/**
 * Markets, contracts on them, and accounts with positions, as whole numbers of their smallest
 * parts.
 *
 * <p>Marks, strikes and cash are in hundredths of a USD, amounts in thousandths of a base. Every
 * account has {@link #PER_ACCOUNT} positions, in order of account.
 */
record Book(
    boolean[] major,
    long[] mark,
    int[] market,
    byte[] kind,
    long[] strike,
    long[] cash,
    int[] contract,
    long[] amount) {
  static final int PER_ACCOUNT = 10;
  static final byte FUTURE = 0;
  static final byte CALL = 1;
  static final byte PUT = 2;

  private static final int MARKETS = 20;
  private static final int CONTRACTS = 1_000;
  private static final int KINDS = 3;

  /** {@return the book of a seed} */
  static Book generate(int accounts, long seed) {
    Random random = new Random(seed);
    boolean[] major = new boolean[MARKETS];
    long[] mark = new long[MARKETS];
    for (int m = 0; m < MARKETS; m++) {
      major[m] = m < MARKETS / 4;
      mark[m] =
          (long)
              Math.pow(10, major[m] ? 5 + 1.3 * random.nextDouble() : 2 + 3 * random.nextDouble());
    }
    int[] market = new int[CONTRACTS];
    byte[] kind = new byte[CONTRACTS];
    long[] strike = new long[CONTRACTS];
    for (int c = 0; c < CONTRACTS; c++) {
      market[c] = c % MARKETS;
      kind[c] = (byte) (c / MARKETS % KINDS);
      strike[c] = Math.max(1, (long) (mark[market[c]] * (0.7 + 0.6 * random.nextDouble())));
    }
    long[] cash = new long[accounts];
    int[] contract = new int[accounts * PER_ACCOUNT];
    long[] amount = new long[accounts * PER_ACCOUNT];
    for (int a = 0; a < accounts; a++) {
      double worth = Math.pow(10, 4 + 4 * random.nextDouble());
      cash[a] = (long) worth;
      int first = random.nextInt(CONTRACTS);
      for (int k = 0; k < PER_ACCOUNT; k++) {
        int row = a * PER_ACCOUNT + k;
        // A step that shares no factor with their number, so that an account has each once.
        contract[row] = (first + k * 37) % CONTRACTS;
        double size = 8_000 * worth * random.nextDouble() / mark[market[contract[row]]];
        long signed = random.nextBoolean() ? (long) size + 1 : -(long) size - 1;
        amount[row] = Math.clamp(signed, -1_000_000, 1_000_000);
      }
    }
    return new Book(major, mark, market, kind, strike, cash, contract, amount);
  }

  int accounts() {
    return cash.length;
  }

  int positions() {
    return contract.length;
  }

  int contracts() {
    return market.length;
  }
}
