package org.loadline.workload;

import java.util.List;
import java.util.OptionalLong;

/**
 * What may be held as collateral.
 *
 * @param price in units of 0.000001 USD
 * @param bands by value held, ascending; the first has no lower bound
 */
public record Asset(String symbol, long price, List<Band> bands) {
  /** Price places of every asset. */
  public static final int PRICE_PLACES = 6;

  /** Places of every balance. */
  public static final int BALANCE_PLACES = 8;

  /** The five assets; the first is the one that may be owed. */
  public static final List<Asset> ALL =
      List.of(
          asset("USDC", 1_000_000, 1_000_000, 10_000_000, 10_000, 10_000, 10_000),
          asset("BTC", 50_000_000_000L, 20_000, 200_000, 9_500, 9_000, 8_000),
          asset("ETH", 2_500_000_000L, 20_000, 200_000, 9_000, 8_500, 7_000),
          asset("SOL", 140_123_000, 5_000, 50_000, 8_000, 7_000, 5_000),
          asset("STETH", 2_890_123_400L, 5_000, 50_000, 8_500, 7_500, 6_000));

  public Asset {
    bands = List.copyOf(bands);
  }

  /**
   * What part of its value an asset counts for.
   *
   * @param lower the least value it applies to, in whole USD
   * @param weight in units of 0.0001
   */
  public record Band(OptionalLong lower, long weight) {}

  private static Asset asset(
      String symbol, long price, long second, long third, long small, long middle, long large) {
    return new Asset(
        symbol,
        price,
        List.of(
            new Band(OptionalLong.empty(), small),
            new Band(OptionalLong.of(second), middle),
            new Band(OptionalLong.of(third), large)));
  }
}
