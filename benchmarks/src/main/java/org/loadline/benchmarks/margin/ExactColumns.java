package org.loadline.benchmarks.margin;

import org.loadline.workload.Asset;
import org.loadline.workload.Market;
import org.loadline.workload.Tier;
import org.loadline.workload.Workload;

/**
 * The snapshot as columns of integers, each with one scale: sizes and balances have 8 places,
 * prices and funding 6, rates, weights and deductions 4; a notional or a value then has 14.
 *
 * <p>Construction checks the ranges that {@link ExactJava} relies on: its arithmetic has no room
 * for more, and an amount beyond them is an {@link ArithmeticException}.
 */
final class ExactColumns {
  static final int TIERS = 5;
  static final int BANDS = 3;

  /** Longs of a market in {@link #markets}: its mark, then four lower bounds of tiers. */
  static final int MARKET_STRIDE = 8;

  /** Longs of a tier in {@link #tiers}: two rates, two deductions. */
  static final int TIER_STRIDE = 4;

  /** Longs of an asset in {@link #assets}: its price, two lower bounds of bands, three weights. */
  static final int ASSET_STRIDE = 8;

  private static final int SIZE_PLACES = 8;
  private static final int PRICE_PLACES = 6;

  /** 10^14 without its factors of two: whole USD are a multiple of 2^14 units of 14 places. */
  static final int DROPPED_BITS = 14;

  private static final long WHOLE_USD = 6_103_515_625L;
  private static final int NOTIONAL_BITS = 70;
  private static final int VALUE_BITS = 74;
  private static final int RATE_BITS = 14;
  private static final int MOST_POSITIONS = 50;
  private static final long MOST_FUNDING = 1L << 50;
  private static final long MOST_DEDUCTION = 1L << 50;

  final int accounts;
  final int[] positionStart;
  final int[] holdingStart;
  final byte[] market;
  final long[] size;
  final long[] entry;
  final long[] funding;
  final byte[] asset;
  final long[] balance;
  final long[] markets;
  final long[] tiers;
  final long[] assets;

  ExactColumns(Workload workload) {
    accounts = workload.accounts();
    positionStart = Rows.ofPositions(workload);
    holdingStart = Rows.ofHoldings(workload);
    int positions = workload.positions().size();
    market = new byte[positions];
    size = new long[positions];
    entry = new long[positions];
    funding = workload.positions().funding().clone();
    markets = new long[workload.markets().size() * MARKET_STRIDE];
    tiers = new long[workload.markets().size() * TIERS * TIER_STRIDE];
    assets = new long[workload.assets().size() * ASSET_STRIDE];
    asset = new byte[workload.holdings().size()];
    balance = workload.holdings().balance().clone();
    for (int i = 0; i < workload.markets().size(); i++) {
      put(i, workload.markets().get(i));
    }
    for (int i = 0; i < workload.assets().size(); i++) {
      put(i, workload.assets().get(i));
    }
    for (int i = 0; i < positions; i++) {
      putPosition(i, workload);
    }
    for (int i = 0; i < asset.length; i++) {
      asset[i] = (byte) workload.holdings().asset()[i];
      need(productBits(balance[i], assets[asset[i] * ASSET_STRIDE]) <= VALUE_BITS);
    }
    for (int i = 0; i < accounts; i++) {
      need(positionStart[i + 1] - positionStart[i] <= MOST_POSITIONS);
    }
  }

  private void put(int number, Market of) {
    int at = number * MARKET_STRIDE;
    markets[at] = scaled(of.mark(), PRICE_PLACES - of.pricePlaces());
    need(markets[at] > 0 && of.tiers().size() == TIERS);
    for (int k = 0; k < TIERS; k++) {
      Tier tier = of.tiers().get(k);
      if (k > 0) {
        markets[at + k] = Math.multiplyExact(tier.lower(), WHOLE_USD);
      }
      int row = (number * TIERS + k) * TIER_STRIDE;
      tiers[row] = rate(tier.initialRate());
      tiers[row + 1] = rate(tier.maintenanceRate());
      tiers[row + 2] = tier.initialDeduction();
      tiers[row + 3] = tier.maintenanceDeduction();
      need(Math.abs(tiers[row + 2]) <= MOST_DEDUCTION);
      need(Math.abs(tiers[row + 3]) <= MOST_DEDUCTION);
    }
  }

  private void put(int number, Asset of) {
    int at = number * ASSET_STRIDE;
    assets[at] = of.price();
    need(of.bands().size() == BANDS);
    for (int k = 0; k < BANDS; k++) {
      if (k > 0) {
        assets[at + k] = Math.multiplyExact(of.bands().get(k).lower().orElseThrow(), WHOLE_USD);
      }
      assets[at + BANDS + k] = rate(of.bands().get(k).weight());
    }
  }

  private void putPosition(int row, Workload workload) {
    int number = workload.positions().market()[row];
    Market of = workload.markets().get(number);
    market[row] = (byte) number;
    size[row] = scaled(workload.positions().quantity()[row], SIZE_PLACES - of.quantityPlaces());
    entry[row] = scaled(workload.positions().entry()[row], PRICE_PLACES - of.pricePlaces());
    long mark = markets[number * MARKET_STRIDE];
    need(productBits(size[row], mark) <= NOTIONAL_BITS);
    need(productBits(size[row], Math.subtractExact(mark, entry[row])) <= NOTIONAL_BITS);
    need(Math.abs(funding[row]) <= MOST_FUNDING);
  }

  private static long scaled(long units, int places) {
    long power = 1;
    for (int i = 0; i < places; i++) {
      power *= 10;
    }
    return Math.multiplyExact(units, power);
  }

  private static long rate(long units) {
    need(units >= 0 && units < 1 << RATE_BITS);
    return units;
  }

  private static int productBits(long a, long b) {
    long high = Math.multiplyHigh(Math.absExact(a), Math.absExact(b));
    return high == 0 ? Long.SIZE : 2 * Long.SIZE - Long.numberOfLeadingZeros(high);
  }

  private static void need(boolean holds) {
    if (!holds) {
      throw new ArithmeticException("The snapshot is outside the declared ranges.");
    }
  }
}
