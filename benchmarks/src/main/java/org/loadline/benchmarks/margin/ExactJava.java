package org.loadline.benchmarks.margin;

import static org.loadline.benchmarks.margin.ExactColumns.ASSET_STRIDE;
import static org.loadline.benchmarks.margin.ExactColumns.BANDS;
import static org.loadline.benchmarks.margin.ExactColumns.DROPPED_BITS;
import static org.loadline.benchmarks.margin.ExactColumns.MARKET_STRIDE;
import static org.loadline.benchmarks.margin.ExactColumns.TIERS;
import static org.loadline.benchmarks.margin.ExactColumns.TIER_STRIDE;

import java.math.BigDecimal;
import java.util.function.Supplier;
import org.loadline.benchmarks.race.Contender;
import org.loadline.benchmarks.race.Jvm;
import org.loadline.workload.Workload;

/**
 * The policy by hand, exact, for the declared ranges: what a patient engineer would write.
 *
 * <p>A product of 70 bits is cut at bit 32; its halves times a rate, and their sums over an
 * account, fit a long each, so that a row needs neither carries nor checks. An account is then put
 * together in 128 bits. Tiers are found by counting the lower bounds reached, on notionals without
 * the 14 bits in which no whole amount differs.
 */
final class ExactJava implements Contender<Answers> {
  private static final long LOW = 0xFFFF_FFFFL;
  private static final int HALF = 32;
  private static final long FOUR_PLACES = 10_000L;
  private static final long TWELVE_PLACES = 1_000_000_000_000L;
  private static final long FOURTEEN_PLACES = 100_000_000_000_000L;
  private static final int PLACES = 18;

  private final ExactColumns columns;

  ExactJava(Workload workload) {
    columns = new ExactColumns(workload);
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
  public Supplier<Answers> run() {
    Run run = new Run(columns);
    for (int account = 0; account < columns.accounts; account++) {
      run.account(account);
    }
    return run::answers;
  }

  private static final class Run {
    private final int[] positionStart;
    private final int[] holdingStart;
    private final byte[] market;
    private final long[] size;
    private final long[] entry;
    private final long[] funding;
    private final byte[] asset;
    private final long[] balance;
    private final long[] markets;
    private final long[] tiers;
    private final long[] assets;
    private final byte[] status;
    private final long[] health;
    private long equityHigh;
    private long equityLow;
    private long initialHigh;
    private long initialLow;
    private long maintenanceHigh;
    private long maintenanceLow;

    Run(ExactColumns columns) {
      positionStart = columns.positionStart;
      holdingStart = columns.holdingStart;
      market = columns.market;
      size = columns.size;
      entry = columns.entry;
      funding = columns.funding;
      asset = columns.asset;
      balance = columns.balance;
      markets = columns.markets;
      tiers = columns.tiers;
      assets = columns.assets;
      status = new byte[columns.accounts];
      health = new long[columns.accounts];
    }

    void account(int account) {
      long heldUpper = 0;
      long heldLower = 0;
      for (int i = holdingStart[account]; i < holdingStart[account + 1]; i++) {
        int at = asset[i] * ASSET_STRIDE;
        long high = Math.multiplyHigh(balance[i], assets[at]);
        long low = balance[i] * assets[at];
        long whole = high << (Long.SIZE - DROPPED_BITS) | low >>> DROPPED_BITS;
        int band = 2 + (int) ((whole - assets[at + 1] >> 63) + (whole - assets[at + 2] >> 63));
        long weight = assets[at + BANDS + band];
        heldUpper += (high << HALF | low >>> HALF) * weight;
        heldLower += (low & LOW) * weight;
      }

      long profitUpper = 0;
      long profitLower = 0;
      long owed = 0;
      long initialUpper = 0;
      long initialLower = 0;
      long initialDeducted = 0;
      long maintenanceUpper = 0;
      long maintenanceLower = 0;
      long maintenanceDeducted = 0;
      int end = positionStart[account + 1];
      for (int i = positionStart[account]; i < end; i++) {
        int number = market[i];
        int at = number * MARKET_STRIDE;
        long mark = markets[at];
        long gain = mark - entry[i];
        long low = size[i] * gain;
        profitUpper += Math.multiplyHigh(size[i], gain) << HALF | low >>> HALF;
        profitLower += low & LOW;
        owed += funding[i];

        long units = Math.abs(size[i]);
        long high = Math.multiplyHigh(units, mark);
        low = units * mark;
        long whole = high << (Long.SIZE - DROPPED_BITS) | low >>> DROPPED_BITS;
        int tier =
            4
                + (int)
                    ((whole - markets[at + 1] >> 63)
                        + (whole - markets[at + 2] >> 63)
                        + (whole - markets[at + 3] >> 63)
                        + (whole - markets[at + 4] >> 63));
        int row = (number * TIERS + tier) * TIER_STRIDE;
        long upper = high << HALF | low >>> HALF;
        long lower = low & LOW;
        initialUpper += upper * tiers[row];
        initialLower += lower * tiers[row];
        maintenanceUpper += upper * tiers[row + 1];
        maintenanceLower += lower * tiers[row + 1];
        initialDeducted += tiers[row + 2];
        maintenanceDeducted += tiers[row + 3];
      }
      heldUpper += profitUpper * FOUR_PLACES;
      heldLower += profitLower * FOUR_PLACES;
      finish(
          account,
          high(heldUpper, heldLower, owed, TWELVE_PLACES),
          low(heldUpper, heldLower, owed, TWELVE_PLACES),
          high(initialUpper, initialLower, initialDeducted, FOURTEEN_PLACES),
          low(initialUpper, initialLower, initialDeducted, FOURTEEN_PLACES),
          high(maintenanceUpper, maintenanceLower, maintenanceDeducted, FOURTEEN_PLACES),
          low(maintenanceUpper, maintenanceLower, maintenanceDeducted, FOURTEEN_PLACES));
    }

    /** The upper half of upper · 2^32 + lower − less · unit. */
    private static long high(long upper, long lower, long less, long unit) {
      long shifted = upper << HALF;
      long sum = shifted + lower;
      long high = (upper >> HALF) + (lower >> 63) + carry(sum, shifted);
      long product = less * unit;
      return high - Math.multiplyHigh(less, unit) - carry(sum, product);
    }

    /** The lower half of the same. */
    private static long low(long upper, long lower, long less, long unit) {
      return (upper << HALF) + lower - less * unit;
    }

    /** One if {@code sum} is below {@code term} without signs: the carry, or the borrow. */
    private static long carry(long sum, long term) {
      return Long.compareUnsigned(sum, term) < 0 ? 1 : 0;
    }

    private void finish(
        int account,
        long equityHigh,
        long equityLow,
        long initialHigh,
        long initialLow,
        long maintenanceHigh,
        long maintenanceLow) {
      byte standing = Answers.HEALTHY;
      if (equityHigh - initialHigh - carry(equityLow, initialLow) < 0) {
        standing = Answers.RESTRICTED;
      }
      if (equityHigh - maintenanceHigh - carry(equityLow, maintenanceLow) < 0) {
        standing = Answers.LIQUIDATABLE;
      }
      if (equityHigh < 0) {
        standing = Answers.BANKRUPT;
      }
      status[account] = standing;
      health[account] =
          (maintenanceHigh | maintenanceLow) == 0
              ? Answers.NO_HEALTH
              : HalfEven.millionths(equityHigh, equityLow, maintenanceHigh, maintenanceLow);

      this.equityLow += equityLow;
      this.equityHigh += equityHigh + carry(this.equityLow, equityLow);
      this.initialLow += initialLow;
      this.initialHigh += initialHigh + carry(this.initialLow, initialLow);
      this.maintenanceLow += maintenanceLow;
      this.maintenanceHigh += maintenanceHigh + carry(this.maintenanceLow, maintenanceLow);
    }

    Answers answers() {
      return new Answers(
          status,
          health,
          amount(equityHigh, equityLow),
          amount(initialHigh, initialLow),
          amount(maintenanceHigh, maintenanceLow));
    }

    private static BigDecimal amount(long high, long low) {
      return new BigDecimal(HalfEven.whole(high, low), PLACES);
    }
  }
}
