package org.loadline.workload;

import java.util.List;

/**
 * One snapshot: markets, assets, and accounts with their collateral and positions.
 *
 * <p>One account in a hundred lies exactly on a threshold of the margin policy or on a tie of its
 * rounding.
 */
public record Workload(
    int accounts,
    List<Market> markets,
    List<Asset> assets,
    Holdings holdings,
    Positions positions) {
  /** The seed of the published answers. */
  public static final long PUBLISHED_SEED = 42;

  private static final int PUBLISHED_POSITIONS_PER_ACCOUNT = 10;

  public Workload {
    markets = List.copyOf(markets);
    assets = List.copyOf(assets);
  }

  /**
   * {@return the snapshot of a seed}
   *
   * @param accounts an even number
   * @param positionsPerAccount the mean, from 1 to 25
   */
  public static Workload generate(int accounts, int positionsPerAccount, long seed) {
    if (accounts < 0 || accounts % 2 != 0) {
      throw new IllegalArgumentException("Accounts come in pairs, so not " + accounts + ".");
    }
    if (positionsPerAccount < 1 || positionsPerAccount > Market.COUNT / 2) {
      throw new IllegalArgumentException(
          "The mean number of positions is from 1 to 25, so not " + positionsPerAccount + ".");
    }
    return new Generator(accounts, positionsPerAccount, seed).generate();
  }

  /** {@return a snapshot of the published series: ten positions for each account} */
  public static Workload published(int accounts) {
    return generate(accounts, PUBLISHED_POSITIONS_PER_ACCOUNT, PUBLISHED_SEED);
  }
}
