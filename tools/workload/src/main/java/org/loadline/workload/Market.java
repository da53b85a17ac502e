package org.loadline.workload;

import java.util.ArrayList;
import java.util.List;

/**
 * A perpetual contract, quoted in USD.
 *
 * @param pricePlaces decimal places of the mark and of entry prices
 * @param quantityPlaces decimal places of quantities
 * @param mark the mark price, in units of its last place
 * @param tiers by notional, ascending; the first starts at zero
 */
public record Market(int pricePlaces, int quantityPlaces, long mark, List<Tier> tiers) {
  static final int COUNT = 50;

  private static final long[] TIER_LOWER = {0, 5_000, 25_000, 100_000, 500_000};
  private static final long[] TIER_RATE = {1, 2, 3, 5, 8};
  private static final int[] SIZES = {1, 2, 5, 10};
  private static final int[] MAINTENANCE = {50, 100, 125, 200, 250};

  public Market {
    tiers = List.copyOf(tiers);
  }

  static List<Market> all(Draws draws) {
    List<Market> markets = new ArrayList<>(COUNT);
    for (int market = 0; market < COUNT; market++) {
      markets.add(market(market, draws));
    }
    return markets;
  }

  private static Market market(int number, Draws draws) {
    int pricePlaces = 2 + number % 5;
    int quantityPlaces = 4 + draws.below(5);
    long mark =
        switch (pricePlaces) {
          case 2 -> 100_000 + draws.below(9_900_000L);
          case 6 -> 10_000 + draws.below(990_000L);
          default -> 100_000 + draws.below(900_000L);
        };
    int size = SIZES[draws.below(SIZES.length)];
    int maintenance = MAINTENANCE[draws.below(MAINTENANCE.length)];
    int extra = 10 * draws.below(11);
    // The first market is fixed where the special accounts need round numbers.
    return number == 0
        ? new Market(2, 8, 5_000_000, tiers(10, 100, extra))
        : new Market(pricePlaces, quantityPlaces, mark, tiers(size, maintenance, extra));
  }

  private static List<Tier> tiers(int size, int maintenance, int extra) {
    List<Tier> tiers = new ArrayList<>(TIER_LOWER.length);
    Tier before = new Tier(0, 0, 0, 0, 0);
    for (int k = 0; k < TIER_LOWER.length; k++) {
      long lower = TIER_LOWER[k] * size;
      long maintenanceRate = maintenance * TIER_RATE[k];
      long initialRate = 2 * maintenanceRate + extra;
      before =
          new Tier(
              lower,
              initialRate,
              maintenanceRate,
              before.initialDeduction() + lower * (initialRate - before.initialRate()),
              before.maintenanceDeduction() + lower * (maintenanceRate - before.maintenanceRate()));
      tiers.add(before);
    }
    return tiers;
  }
}
