package org.loadline.workload;

import java.util.Arrays;
import java.util.List;

/**
 * Draws a snapshot. The order of the draws is part of the workload's definition: a draw whose value
 * is not used is made all the same.
 */
final class Generator {
  private final int accounts;
  private final int mean;
  private final Draws draws;
  private final List<Market> markets;
  private final Positions positions;

  private int positionCount;
  private int holdingCount;
  private final int[] holder;
  private final int[] held;
  private final long[] balances;

  Generator(int accounts, int mean, long seed) {
    this.accounts = accounts;
    this.mean = mean;
    this.draws = new Draws(seed);
    this.markets = Market.all(draws);
    int size = Math.multiplyExact(accounts, mean);
    this.positions =
        new Positions(new int[size], new int[size], new long[size], new long[size], new long[size]);
    int most = Math.multiplyExact(accounts, Asset.ALL.size());
    this.holder = new int[most];
    this.held = new int[most];
    this.balances = new long[most];
  }

  Workload generate() {
    for (int even = 0; even < accounts; even += 2) {
      int spread = draws.below(mean + 1);
      if (Special.of(even + 1) == Special.HEALTH_IS_A_TIE) {
        spread = mean - 1;
      }
      account(even, mean + spread);
      account(even + 1, mean - spread);
    }
    Holdings holdings =
        new Holdings(
            Arrays.copyOf(holder, holdingCount),
            Arrays.copyOf(held, holdingCount),
            Arrays.copyOf(balances, holdingCount));
    return new Workload(accounts, markets, Asset.ALL, holdings, positions);
  }

  private void account(int account, int count) {
    Special special = Special.of(account);
    SpecialCash onTheLine = new SpecialCash();
    int start = draws.below(Market.COUNT);
    long targets = 0;
    for (int j = 0; j < count; j++) {
      int market = special == Special.HEALTH_IS_A_TIE ? 0 : (start + 7 * j) % Market.COUNT;
      int row = positionCount;
      targets += position(account, market, special);
      if (special != Special.NOT) {
        onTheLine.add(
            markets.get(market),
            positions.quantity()[row],
            positions.entry()[row],
            positions.funding()[row]);
      }
    }
    collateral(account, special, onTheLine, count, targets);
  }

  /** {@return the notional that the position was meant to have, in whole USD} */
  private long position(int account, int number, Special special) {
    Market market = markets.get(number);
    long target = target();
    long lot = Powers.ofTen(market.quantityPlaces() - 4);
    long quantity =
        target * Powers.ofTen(market.pricePlaces() + 4) / market.mark() * lot + draws.below(lot);
    boolean isShort = draws.below(2) == 1;
    long entry = market.mark() * (9_000 + draws.below(2_001)) / 10_000 + draws.below(7) - 3;
    long funding = draws.below(2_000 * target + 1) - 1_000 * target;
    int coin = draws.below(200);

    long size = size(market, special, quantity, coin);
    int row = positionCount++;
    positions.account()[row] = account;
    positions.market()[row] = number;
    positions.quantity()[row] = isShort ? -size : size;
    positions.entry()[row] = entry;
    positions.funding()[row] = funding;
    return target;
  }

  private long target() {
    int band = draws.below(100);
    if (band < 40) {
      return 10 + draws.below(990);
    }
    if (band < 75) {
      return 1_000 + draws.below(9_000);
    }
    if (band < 95) {
      return 10_000 + draws.below(90_000);
    }
    return band < 99 ? 100_000 + draws.below(900_000) : 1_000_000 + draws.below(9_000_000);
  }

  private static long size(Market market, Special special, long quantity, int coin) {
    return switch (special) {
      case NOT -> Math.max(1, quantity);
      case HEALTH_IS_A_TIE -> 200_000L * (1 + coin);
      case EQUITY_IS_MAINTENANCE, EQUITY_IS_INITIAL, EQUITY_IS_ZERO -> {
        long multiple = Powers.ofTen(market.quantityPlaces() + market.pricePlaces() - 4);
        yield Math.max(multiple, quantity / multiple * multiple);
      }
    };
  }

  private void collateral(
      int account, Special special, SpecialCash onTheLine, int count, long targets) {
    long ratio = draws.below(28_000_001) - 3_000_000;
    long idle = draws.below(1_000_000_000_000L);
    long tie = draws.below(3_000_000);
    long ordinary = count == 0 ? idle : targets * ratio;
    hold(account, 0, special == Special.NOT ? ordinary : onTheLine.of(special, tie));

    for (int asset = 1; asset < Asset.ALL.size(); asset++) {
      boolean has = draws.below(4) == 0;
      long value = draws.below(Math.max(1_000, targets / 5));
      long dust = draws.below(100_000);
      if (has && special == Special.NOT) {
        hold(account, asset, value * 1_000_000_000 / Asset.ALL.get(asset).price() * 100_000 + dust);
      }
    }
  }

  private void hold(int account, int asset, long balance) {
    if (balance != 0) {
      int row = holdingCount++;
      holder[row] = account;
      held[row] = asset;
      balances[row] = balance;
    }
  }
}
