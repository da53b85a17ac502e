package org.loadline.workload;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The margin policy worked out row by row in {@link BigDecimal}: what the published answers say.
 */
final class Answers {
  static final List<String> STANDINGS =
      List.of("healthy", "restricted", "liquidatable", "bankrupt");

  final int[] counts = new int[STANDINGS.size()];
  int finite;
  BigDecimal healthSum = BigDecimal.ZERO;
  BigDecimal equity = BigDecimal.ZERO;
  BigDecimal initial = BigDecimal.ZERO;
  BigDecimal maintenance = BigDecimal.ZERO;
  final String sha256;

  private final Workload workload;

  private record Account(BigDecimal equity, BigDecimal initial, BigDecimal maintenance) {
    static final Account EMPTY = new Account(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    Account plus(BigDecimal worth, BigDecimal initialMargin, BigDecimal maintenanceMargin) {
      return new Account(
          equity.add(worth), initial.add(initialMargin), maintenance.add(maintenanceMargin));
    }

    Optional<BigDecimal> health() {
      return maintenance.signum() == 0
          ? Optional.empty()
          : Optional.of(equity.divide(maintenance, 6, RoundingMode.HALF_EVEN));
    }

    int standing() {
      if (equity.signum() < 0) {
        return 3;
      }
      if (equity.compareTo(maintenance) < 0) {
        return 2;
      }
      return equity.compareTo(initial) < 0 ? 1 : 0;
    }
  }

  Answers(Workload workload) {
    this.workload = workload;
    Account[] accounts = new Account[workload.accounts()];
    Arrays.fill(accounts, Account.EMPTY);
    Holdings holdings = workload.holdings();
    for (int i = 0; i < holdings.size(); i++) {
      int account = holdings.account()[i];
      accounts[account] = accounts[account].plus(held(i), BigDecimal.ZERO, BigDecimal.ZERO);
    }
    for (int i = 0; i < workload.positions().size(); i++) {
      int account = workload.positions().account()[i];
      accounts[account] = withPosition(accounts[account], i);
    }
    sha256 = add(accounts);
  }

  private String add(Account[] accounts) {
    MessageDigest digest = digest();
    for (int i = 0; i < accounts.length; i++) {
      Account account = accounts[i];
      counts[account.standing()]++;
      equity = equity.add(account.equity());
      initial = initial.add(account.initial());
      maintenance = maintenance.add(account.maintenance());
      Optional<BigDecimal> health = account.health();
      if (health.isPresent()) {
        finite++;
        healthSum = healthSum.add(health.get());
      }
      String line =
          i
              + ","
              + STANDINGS.get(account.standing())
              + ","
              + health.map(BigDecimal::toPlainString).orElse("none")
              + "\n";
      digest.update(line.getBytes(StandardCharsets.US_ASCII));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private BigDecimal held(int row) {
    Asset asset = workload.assets().get(workload.holdings().asset()[row]);
    BigDecimal value =
        BigDecimal.valueOf(workload.holdings().balance()[row], Asset.BALANCE_PLACES)
            .multiply(BigDecimal.valueOf(asset.price(), Asset.PRICE_PLACES));
    long weight = 0;
    for (Asset.Band band : asset.bands()) {
      if (band.lower().isEmpty() || atLeast(value, band.lower().getAsLong())) {
        weight = band.weight();
      }
    }
    return value.multiply(rate(weight));
  }

  private Account withPosition(Account account, int row) {
    Positions positions = workload.positions();
    Market market = workload.markets().get(positions.market()[row]);
    BigDecimal size = BigDecimal.valueOf(positions.quantity()[row], market.quantityPlaces());
    BigDecimal mark = BigDecimal.valueOf(market.mark(), market.pricePlaces());
    BigDecimal entry = BigDecimal.valueOf(positions.entry()[row], market.pricePlaces());
    BigDecimal funding = BigDecimal.valueOf(positions.funding()[row], Positions.FUNDING_PLACES);
    BigDecimal notional = size.abs().multiply(mark);
    Tier applies = market.tiers().getFirst();
    for (Tier tier : market.tiers()) {
      if (atLeast(notional, tier.lower())) {
        applies = tier;
      }
    }
    return account.plus(
        size.multiply(mark.subtract(entry)).subtract(funding),
        notional.multiply(rate(applies.initialRate())).subtract(rate(applies.initialDeduction())),
        notional
            .multiply(rate(applies.maintenanceRate()))
            .subtract(rate(applies.maintenanceDeduction())));
  }

  private static boolean atLeast(BigDecimal amount, long bound) {
    return amount.compareTo(BigDecimal.valueOf(bound)) >= 0;
  }

  private static BigDecimal rate(long units) {
    return BigDecimal.valueOf(units, 4);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
