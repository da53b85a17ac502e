package org.loadline.workload;

/**
 * The accounts that lie exactly on a line, by what their cash is set to achieve.
 *
 * <p>The order is that of the kinds 0 to 3.
 */
enum Special {
  EQUITY_IS_MAINTENANCE,
  EQUITY_IS_INITIAL,
  EQUITY_IS_ZERO,
  HEALTH_IS_A_TIE,
  NOT;

  private static final int EVERY = 100;
  private static final int KINDS = 4;

  static Special of(int account) {
    return account % EVERY == EVERY - 1 ? values()[account / EVERY % KINDS] : NOT;
  }
}
