package org.loadline.benchmarks.margin;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import org.loadline.benchmarks.race.Contender;
import org.loadline.benchmarks.race.Jvm;
import org.loadline.workload.Asset;
import org.loadline.workload.Market;
import org.loadline.workload.Positions;
import org.loadline.workload.Tier;
import org.loadline.workload.Workload;

/**
 * The policy by hand in binary floating point, as fast as {@link ExactJava} would be if digits did
 * not matter: its answers are near the published ones, not equal to them.
 */
final class DoubleJava implements Contender<Answers> {
  private static final int TIERS = 5;
  private static final int TIER_STRIDE = 4;
  private static final int ASSET_STRIDE = 5;
  private static final double RATE = 1e4;
  private static final double MILLION = 1e6;

  private final int accounts;
  private final int[] positionStart;
  private final int[] holdingStart;
  private final byte[] market;
  private final double[] size;
  private final double[] entry;
  private final double[] funding;
  private final byte[] asset;
  private final double[] balance;
  private final double[] mark;

  /** Four lower bounds a market. */
  private final double[] lower;

  /** Two rates and two deductions a tier. */
  private final double[] tiers;

  private final double[] price;

  /** Two lower bounds and three weights an asset. */
  private final double[] bands;

  DoubleJava(Workload workload) {
    accounts = workload.accounts();
    positionStart = Rows.ofPositions(workload);
    holdingStart = Rows.ofHoldings(workload);
    Positions positions = workload.positions();
    market = bytes(positions.market());
    size = new double[positions.size()];
    entry = new double[positions.size()];
    for (int i = 0; i < positions.size(); i++) {
      Market of = workload.markets().get(market[i]);
      size[i] = positions.quantity()[i] / Math.pow(10, of.quantityPlaces());
      entry[i] = positions.entry()[i] / Math.pow(10, of.pricePlaces());
    }
    funding = Arrays.stream(positions.funding()).mapToDouble(units -> units / MILLION).toArray();
    asset = bytes(workload.holdings().asset());
    double unit = Math.pow(10, Asset.BALANCE_PLACES);
    balance = Arrays.stream(workload.holdings().balance()).mapToDouble(b -> b / unit).toArray();
    mark =
        workload.markets().stream()
            .mapToDouble(of -> of.mark() / Math.pow(10, of.pricePlaces()))
            .toArray();
    lower =
        workload.markets().stream()
            .flatMap(of -> of.tiers().stream().skip(1))
            .mapToDouble(Tier::lower)
            .toArray();
    tiers =
        workload.markets().stream()
            .flatMap(of -> of.tiers().stream())
            .flatMapToDouble(DoubleJava::tier)
            .toArray();
    price = workload.assets().stream().mapToDouble(of -> of.price() / MILLION).toArray();
    bands = workload.assets().stream().flatMapToDouble(DoubleJava::bands).toArray();
  }

  private static DoubleStream tier(Tier tier) {
    return DoubleStream.of(
        tier.initialRate() / RATE,
        tier.maintenanceRate() / RATE,
        tier.initialDeduction() / RATE,
        tier.maintenanceDeduction() / RATE);
  }

  private static DoubleStream bands(Asset of) {
    return DoubleStream.concat(
        of.bands().stream().skip(1).mapToDouble(band -> band.lower().orElseThrow()),
        of.bands().stream().mapToDouble(band -> band.weight() / RATE));
  }

  private static byte[] bytes(int[] numbers) {
    byte[] bytes = new byte[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      bytes[i] = (byte) numbers[i];
    }
    return bytes;
  }

  @Override
  public String name() {
    return "Java, double, by hand";
  }

  @Override
  public boolean isExact() {
    return false;
  }

  @Override
  public String engine() {
    return Jvm.COMPILER;
  }

  @Override
  public Supplier<Answers> run() {
    byte[] status = new byte[accounts];
    long[] health = new long[accounts];
    double totalEquity = 0;
    double totalInitial = 0;
    double totalMaintenance = 0;
    for (int account = 0; account < accounts; account++) {
      double equity = held(account);
      double initial = 0;
      double maintenance = 0;
      int end = positionStart[account + 1];
      for (int i = positionStart[account]; i < end; i++) {
        int number = market[i];
        double at = mark[number];
        equity += size[i] * (at - entry[i]) - funding[i];
        double notional = Math.abs(size[i]) * at;
        int row = (number * TIERS + tier(number * (TIERS - 1), notional)) * TIER_STRIDE;
        initial += notional * tiers[row] - tiers[row + 2];
        maintenance += notional * tiers[row + 1] - tiers[row + 3];
      }
      status[account] = status(equity, initial, maintenance);
      health[account] =
          maintenance == 0 ? Answers.NO_HEALTH : (long) Math.rint(equity / maintenance * MILLION);
      totalEquity += equity;
      totalInitial += initial;
      totalMaintenance += maintenance;
    }
    Answers answers =
        new Answers(
            status,
            health,
            new BigDecimal(totalEquity),
            new BigDecimal(totalInitial),
            new BigDecimal(totalMaintenance));
    return () -> answers;
  }

  private double held(int account) {
    double held = 0;
    for (int i = holdingStart[account]; i < holdingStart[account + 1]; i++) {
      double value = balance[i] * price[asset[i]];
      int at = asset[i] * ASSET_STRIDE;
      int band = (value >= bands[at] ? 1 : 0) + (value >= bands[at + 1] ? 1 : 0);
      held += value * bands[at + 2 + band];
    }
    return held;
  }

  private int tier(int at, double notional) {
    return (notional >= lower[at] ? 1 : 0)
        + (notional >= lower[at + 1] ? 1 : 0)
        + (notional >= lower[at + 2] ? 1 : 0)
        + (notional >= lower[at + 3] ? 1 : 0);
  }

  private static byte status(double equity, double initial, double maintenance) {
    byte standing = Answers.HEALTHY;
    if (equity < initial) {
      standing = Answers.RESTRICTED;
    }
    if (equity < maintenance) {
      standing = Answers.LIQUIDATABLE;
    }
    return equity < 0 ? Answers.BANKRUPT : standing;
  }
}
