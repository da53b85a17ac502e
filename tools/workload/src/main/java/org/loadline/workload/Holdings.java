package org.loadline.workload;

/**
 * Collateral by account, then asset; an asset that an account does not hold has no row.
 *
 * <p>The arrays are shared, not copied: treat them as read-only.
 *
 * @param balance in units of 0.00000001 of the asset; that of the first asset may be negative
 */
public record Holdings(int[] account, int[] asset, long[] balance) {
  public int size() {
    return account.length;
  }
}
