package org.loadline.workload;

/**
 * The cash that puts a special account on its line, in units of 0.00000001 USD.
 *
 * <p>Quantities of special accounts are such that a notional or a profit has at most four places,
 * except that of a tie, which has five; so every sum here is exact in a {@code long}.
 */
final class SpecialCash {
  private static final long WHOLE_USD = 100_000_000;
  private static final long FUNDING_UNIT = 100;
  private static final long DEDUCTION_UNIT = 10_000;

  private long profitAndFunding;
  private long initial;
  private long maintenance;

  void add(Market market, long quantity, long entry, long funding) {
    int places = market.pricePlaces() + market.quantityPlaces();
    profitAndFunding += scaled(quantity, market.mark() - entry, places) - funding * FUNDING_UNIT;

    long notional = scaled(Math.abs(quantity), market.mark(), places);
    Tier tier = market.tiers().getFirst();
    for (Tier next : market.tiers()) {
      if (next.lower() * WHOLE_USD <= notional) {
        tier = next;
      }
    }
    initial += margin(notional, tier.initialRate(), tier.initialDeduction());
    maintenance += margin(notional, tier.maintenanceRate(), tier.maintenanceDeduction());
  }

  /**
   * {@return the cash}
   *
   * @param tie picks the rounding tie: health is (2·tie + 1) · 0.0000005
   */
  long of(Special kind, long tie) {
    return target(kind, tie) - profitAndFunding;
  }

  private long target(Special kind, long tie) {
    return switch (kind) {
      case EQUITY_IS_MAINTENANCE -> maintenance;
      case EQUITY_IS_INITIAL -> initial;
      case EQUITY_IS_ZERO -> 0;
      case HEALTH_IS_A_TIE -> divided(Math.multiplyExact(maintenance, (2 * tie + 1) * 5), 7);
      case NOT -> throw new IllegalArgumentException("An ordinary account has no line to lie on.");
    };
  }

  private static long margin(long notional, long rate, long deduction) {
    return divided(Math.multiplyExact(notional, rate), 4) - deduction * DEDUCTION_UNIT;
  }

  /** {@return quantity · price with eight places} */
  private static long scaled(long quantity, long price, int places) {
    // The trailing zeros of the quantity go first: the product of the full units exceeds 64 bits.
    long units = quantity;
    int left = places - 8;
    while (left > 0 && units % 10 == 0) {
      units /= 10;
      left--;
    }
    long product = Math.multiplyExact(units, price);
    return left >= 0 ? divided(product, left) : Math.multiplyExact(product, Powers.ofTen(-left));
  }

  private static long divided(long amount, int places) {
    long power = Powers.ofTen(places);
    if (amount % power != 0) {
      throw new ArithmeticException("A special account needs more than eight places.");
    }
    return amount / power;
  }
}
