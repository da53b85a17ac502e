package org.loadline.workload;

/**
 * Positions in order of account.
 *
 * <p>The arrays are shared, not copied: treat them as read-only.
 *
 * @param quantity signed, in units of the last quantity place of the market
 * @param entry in units of the last price place of the market
 * @param funding owed by the account, signed, in units of 0.000001 USD
 */
public record Positions(
    int[] account, int[] market, long[] quantity, long[] entry, long[] funding) {
  /** Places of {@link #funding}. */
  public static final int FUNDING_PLACES = 6;

  public int size() {
    return account.length;
  }
}
