package org.loadline.benchmarks.lending;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** One snapshot of a lending pool: every account supplies three tokens and borrows two. */
record Pool(int accounts, List<Reserve> reserves, Amounts supplies, Amounts debts) {
  private static final int SUPPLIES = 3;
  private static final int DEBTS = 2;
  private static final int WITHOUT_DEBT = 20;

  private record Token(String symbol, int decimals, String price, int threshold) {}

  private static final List<Token> TOKENS =
      List.of(
          new Token("USDC", 6, "1.00002541", 7_800),
          new Token("USDT", 6, "0.99987", 7_800),
          new Token("DAI", 18, "0.9998", 7_700),
          new Token("GHO", 18, "1", 7_500),
          new Token("EURC", 6, "1.08431", 8_100),
          new Token("WETH", 18, "2512.40123456", 8_300),
          new Token("wstETH", 18, "3009.99123456", 8_100),
          new Token("weETH", 18, "2671.0314159", 7_750),
          new Token("WBTC", 8, "61250.12345678", 7_800),
          new Token("cbBTC", 8, "61198.5", 7_800),
          new Token("LINK", 18, "13.73158123", 7_100),
          new Token("AAVE", 18, "143.21", 7_600));

  /** {@return the pool of a seed} */
  static Pool generate(int accounts, long seed) {
    Random random = new Random(seed);
    List<Reserve> reserves = TOKENS.stream().map(token -> reserve(token, random)).toList();
    Amounts supplies = Amounts.of(accounts, SUPPLIES);
    Amounts debts = Amounts.of(accounts, DEBTS);
    for (int account = 0; account < accounts; account++) {
      // From 100 USD to ten million, as many accounts in each decade.
      double worth = Math.pow(10, 2 + 5 * random.nextDouble());
      int[] held = distinct(random, reserves.size());
      for (int k = 0; k < SUPPLIES; k++) {
        put(supplies, account * SUPPLIES + k, held[k], worth / SUPPLIES, reserves, random);
      }
      double share = account % WITHOUT_DEBT == 0 ? 0 : 0.3 + 0.6 * random.nextDouble();
      int[] owed = distinct(random, reserves.size());
      for (int k = 0; k < DEBTS; k++) {
        put(debts, account * DEBTS + k, owed[k], worth * share / DEBTS, reserves, random);
      }
    }
    return new Pool(accounts, reserves, supplies, debts);
  }

  int rows() {
    return supplies.size() + debts.size();
  }

  private static Reserve reserve(Token token, Random random) {
    return new Reserve(
        token.symbol,
        token.decimals,
        new BigDecimal(token.price).movePointRight(Reserve.PRICE_PLACES).longValueExact(),
        index(random),
        index(random),
        token.threshold);
  }

  /** From 1 to 1.25, with all its places. */
  private static BigInteger index(Random random) {
    BigInteger quarter = Reserve.RAY.shiftRight(2);
    return Reserve.RAY.add(new BigInteger(quarter.bitLength() - 1, random));
  }

  private static int[] distinct(Random random, int from) {
    int first = random.nextInt(from);
    int step = 1 + 2 * random.nextInt(2) * 2;
    return IntStream.range(0, SUPPLIES).map(k -> (first + k * step) % from).toArray();
  }

  /** About so many USD of a token, with all its places. */
  private static void put(
      Amounts amounts, int row, int reserve, double worth, List<Reserve> reserves, Random random) {
    Reserve of = reserves.get(reserve);
    double tokens = worth * Math.pow(10, Reserve.PRICE_PLACES) / of.price();
    BigInteger scaled = new BigDecimal(tokens).movePointRight(of.decimals()).toBigInteger();
    int noise = Math.max(0, scaled.bitLength() - 20);
    amounts.set(row, reserve, scaled.xor(new BigInteger(noise, random)));
  }
}
