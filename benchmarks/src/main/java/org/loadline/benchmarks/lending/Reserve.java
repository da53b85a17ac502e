package org.loadline.benchmarks.lending;

import java.math.BigInteger;

/**
 * A token that can be lent and borrowed.
 *
 * @param decimals of the token: its smallest part is 10^-decimals
 * @param price in USD, in units of 10^-8
 * @param supplyIndex what a scaled unit of supply is worth by now, in units of 10^-27
 * @param debtIndex the same of debt
 * @param threshold liquidation threshold in basis points
 */
record Reserve(
    String symbol,
    int decimals,
    long price,
    BigInteger supplyIndex,
    BigInteger debtIndex,
    int threshold) {
  static final int PRICE_PLACES = 8;
  static final int INDEX_PLACES = 27;
  static final BigInteger RAY = BigInteger.TEN.pow(INDEX_PLACES);
}
