package org.loadline.benchmarks.lending;

import java.math.BigInteger;

/**
 * A pool as columns of words.
 *
 * <p>Construction checks the ranges that {@link TwoWordJava} relies on; an amount beyond them is an
 * {@link ArithmeticException}.
 */
final class TwoWordColumns {
  /** Longs of a reserve in {@link #supplied} and {@link #borrowed}. */
  static final int STRIDE = 8;

  static final int INDEX_HIGH = 0;
  static final int INDEX_LOW = 1;
  static final int PRICE = 2;
  static final int TOKEN = 3;
  static final int TOKEN_SHIFT = 4;
  static final int TOKEN_INVERSE = 5;
  static final int THRESHOLD = 6;

  private static final int SCALED_BITS = 95;
  private static final int INDEX_BITS = 91;
  private static final int PRICE_BITS = 44;
  private static final int VALUE_BITS = 49;
  private static final int MOST_THRESHOLD = 10_000;
  private static final int MOST_ROWS = 1 << 10;

  final int accounts;
  final Amounts supplies;
  final Amounts debts;
  final long[] supplied;
  final long[] borrowed;

  TwoWordColumns(Pool pool) {
    accounts = pool.accounts();
    supplies = pool.supplies();
    debts = pool.debts();
    supplied = new long[pool.reserves().size() * STRIDE];
    borrowed = new long[supplied.length];
    for (int i = 0; i < pool.reserves().size(); i++) {
      Reserve reserve = pool.reserves().get(i);
      put(supplied, i, reserve, reserve.supplyIndex());
      put(borrowed, i, reserve, reserve.debtIndex());
    }
    need(supplies.perAccount() <= MOST_ROWS && debts.perAccount() <= MOST_ROWS);
    for (int row = 0; row < supplies.size(); row++) {
      Reserve of = pool.reserves().get(supplies.reserve()[row]);
      check(supplies.get(row), of, of.supplyIndex());
    }
    for (int row = 0; row < debts.size(); row++) {
      Reserve of = pool.reserves().get(debts.reserve()[row]);
      check(debts.get(row), of, of.debtIndex());
    }
  }

  private static void put(long[] columns, int number, Reserve reserve, BigInteger index) {
    int at = number * STRIDE;
    Divisor token = Divisor.of(BigInteger.TEN.pow(reserve.decimals()));
    columns[at + INDEX_HIGH] = index.shiftRight(Long.SIZE).longValueExact();
    columns[at + INDEX_LOW] = index.longValue();
    columns[at + PRICE] = reserve.price();
    columns[at + TOKEN] = token.word();
    columns[at + TOKEN_SHIFT] = token.shift();
    columns[at + TOKEN_INVERSE] = token.inverse();
    columns[at + THRESHOLD] = reserve.threshold();
    need(index.signum() > 0 && index.bitLength() <= INDEX_BITS);
    need(reserve.price() >= 0 && reserve.price() < 1L << PRICE_BITS);
    need(reserve.threshold() >= 0 && reserve.threshold() <= MOST_THRESHOLD);
  }

  private static void check(BigInteger scaled, Reserve of, BigInteger index) {
    need(scaled.bitLength() <= SCALED_BITS);
    BigInteger value =
        scaled
            .multiply(index)
            .multiply(BigInteger.valueOf(of.price()))
            .divide(Reserve.RAY.multiply(BigInteger.TEN.pow(of.decimals())));
    need(value.bitLength() <= VALUE_BITS);
  }

  private static void need(boolean holds) {
    if (!holds) {
      throw new ArithmeticException("The snapshot is outside the declared ranges.");
    }
  }
}
