package org.loadline.benchmarks.margin;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Supplier;
import org.loadline.benchmarks.race.Contender;
import org.loadline.benchmarks.race.Jvm;
import org.loadline.workload.Asset;
import org.loadline.workload.Holdings;
import org.loadline.workload.Market;
import org.loadline.workload.Positions;
import org.loadline.workload.Tier;
import org.loadline.workload.Workload;

/** The policy by hand in {@link BigDecimal}, its columns made beforehand. */
final class DecimalJava implements Contender<Answers> {
  private static final int RATE_PLACES = 4;

  private record Margin(
      BigDecimal lower,
      BigDecimal initialRate,
      BigDecimal maintenanceRate,
      BigDecimal initialDeduction,
      BigDecimal maintenanceDeduction) {}

  private final int accounts;
  private final int[] positionStart;
  private final int[] holdingStart;
  private final int[] market;
  private final BigDecimal[] size;
  private final BigDecimal[] entry;
  private final BigDecimal[] funding;
  private final int[] asset;
  private final BigDecimal[] balance;
  private final BigDecimal[] mark;
  private final Margin[][] margins;
  private final BigDecimal[] price;
  private final BigDecimal[][] bandLower;
  private final BigDecimal[][] bandWeight;

  DecimalJava(Workload workload) {
    accounts = workload.accounts();
    positionStart = Rows.ofPositions(workload);
    holdingStart = Rows.ofHoldings(workload);
    Positions positions = workload.positions();
    market = positions.market();
    size = new BigDecimal[positions.size()];
    entry = new BigDecimal[positions.size()];
    funding = new BigDecimal[positions.size()];
    for (int i = 0; i < positions.size(); i++) {
      Market of = workload.markets().get(market[i]);
      size[i] = BigDecimal.valueOf(positions.quantity()[i], of.quantityPlaces());
      entry[i] = BigDecimal.valueOf(positions.entry()[i], of.pricePlaces());
      funding[i] = BigDecimal.valueOf(positions.funding()[i], Positions.FUNDING_PLACES);
    }
    Holdings holdings = workload.holdings();
    asset = holdings.asset();
    balance = new BigDecimal[holdings.size()];
    for (int i = 0; i < balance.length; i++) {
      balance[i] = BigDecimal.valueOf(holdings.balance()[i], Asset.BALANCE_PLACES);
    }
    mark =
        workload.markets().stream()
            .map(of -> BigDecimal.valueOf(of.mark(), of.pricePlaces()))
            .toArray(BigDecimal[]::new);
    margins =
        workload.markets().stream()
            .map(of -> of.tiers().stream().map(DecimalJava::margin).toArray(Margin[]::new))
            .toArray(Margin[][]::new);
    price =
        workload.assets().stream()
            .map(of -> BigDecimal.valueOf(of.price(), Asset.PRICE_PLACES))
            .toArray(BigDecimal[]::new);
    // The first band has no lower bound and is where the search ends.
    bandLower =
        workload.assets().stream()
            .map(
                of ->
                    of.bands().stream()
                        .map(band -> BigDecimal.valueOf(band.lower().orElse(0)))
                        .toArray(BigDecimal[]::new))
            .toArray(BigDecimal[][]::new);
    bandWeight =
        workload.assets().stream()
            .map(
                of ->
                    of.bands().stream().map(band -> rate(band.weight())).toArray(BigDecimal[]::new))
            .toArray(BigDecimal[][]::new);
  }

  private static Margin margin(Tier tier) {
    return new Margin(
        BigDecimal.valueOf(tier.lower()),
        rate(tier.initialRate()),
        rate(tier.maintenanceRate()),
        rate(tier.initialDeduction()),
        rate(tier.maintenanceDeduction()));
  }

  private static BigDecimal rate(long units) {
    return BigDecimal.valueOf(units, RATE_PLACES);
  }

  @Override
  public String name() {
    return "Java, BigDecimal";
  }

  @Override
  public String engine() {
    return Jvm.COMPILER;
  }

  @Override
  public Supplier<Answers> run() {
    byte[] status = new byte[accounts];
    long[] health = new long[accounts];
    BigDecimal totalEquity = BigDecimal.ZERO;
    BigDecimal totalInitial = BigDecimal.ZERO;
    BigDecimal totalMaintenance = BigDecimal.ZERO;
    for (int account = 0; account < accounts; account++) {
      BigDecimal equity = held(account);
      BigDecimal initial = BigDecimal.ZERO;
      BigDecimal maintenance = BigDecimal.ZERO;
      for (int i = positionStart[account]; i < positionStart[account + 1]; i++) {
        BigDecimal at = mark[market[i]];
        equity = equity.add(size[i].multiply(at.subtract(entry[i]))).subtract(funding[i]);
        BigDecimal notional = size[i].abs().multiply(at);
        Margin margin = applying(margins[market[i]], notional);
        initial =
            initial.add(notional.multiply(margin.initialRate).subtract(margin.initialDeduction));
        maintenance =
            maintenance.add(
                notional.multiply(margin.maintenanceRate).subtract(margin.maintenanceDeduction));
      }
      status[account] = status(equity, initial, maintenance);
      health[account] = health(equity, maintenance);
      totalEquity = totalEquity.add(equity);
      totalInitial = totalInitial.add(initial);
      totalMaintenance = totalMaintenance.add(maintenance);
    }
    Answers answers = new Answers(status, health, totalEquity, totalInitial, totalMaintenance);
    return () -> answers;
  }

  private BigDecimal held(int account) {
    BigDecimal held = BigDecimal.ZERO;
    for (int i = holdingStart[account]; i < holdingStart[account + 1]; i++) {
      BigDecimal value = balance[i].multiply(price[asset[i]]);
      BigDecimal[] lower = bandLower[asset[i]];
      int band = lower.length - 1;
      while (band > 0 && value.compareTo(lower[band]) < 0) {
        band--;
      }
      held = held.add(value.multiply(bandWeight[asset[i]][band]));
    }
    return held;
  }

  /** Small notionals are the many, so the search begins at the first tier. */
  private static Margin applying(Margin[] margins, BigDecimal notional) {
    int tier = 0;
    while (tier + 1 < margins.length && notional.compareTo(margins[tier + 1].lower) >= 0) {
      tier++;
    }
    return margins[tier];
  }

  private static byte status(BigDecimal equity, BigDecimal initial, BigDecimal maintenance) {
    if (equity.signum() < 0) {
      return Answers.BANKRUPT;
    }
    if (equity.compareTo(maintenance) < 0) {
      return Answers.LIQUIDATABLE;
    }
    return equity.compareTo(initial) < 0 ? Answers.RESTRICTED : Answers.HEALTHY;
  }

  private static long health(BigDecimal equity, BigDecimal maintenance) {
    return maintenance.signum() == 0
        ? Answers.NO_HEALTH
        : equity
            .divide(maintenance, Answers.HEALTH_PLACES, RoundingMode.HALF_EVEN)
            .unscaledValue()
            .longValueExact();
  }
}
