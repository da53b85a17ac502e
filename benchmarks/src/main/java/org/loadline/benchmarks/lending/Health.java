package org.loadline.benchmarks.lending;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import org.loadline.benchmarks.race.Verdict;

/**
 * What a run gave, account by account, and its totals in units of 10^-8 USD.
 *
 * @param whole the whole part of the health, or {@link #UNLIMITED}
 * @param fraction the rest of it, in units of 10^-18
 */
public record Health(long[] whole, long[] fraction, BigInteger collateral, BigInteger owed) {
  static final long UNLIMITED = -1;
  static final int PLACES = 18;
  static final long UNIT = 1_000_000_000_000_000_000L;

  void set(int account, BigInteger health) {
    BigInteger[] parts = health.divideAndRemainder(BigInteger.valueOf(UNIT));
    whole[account] = parts[0].longValueExact();
    fraction[account] = parts[1].longValueExact();
  }

  void setUnlimited(int account) {
    whole[account] = UNLIMITED;
    fraction[account] = 0;
  }

  BigDecimal get(int account) {
    return BigDecimal.valueOf(whole[account]).add(BigDecimal.valueOf(fraction[account], PLACES));
  }

  Verdict verdict(Health first) {
    int others = 0;
    for (int account = 0; account < whole.length; account++) {
      boolean same =
          whole[account] == first.whole[account] && fraction[account] == first.fraction[account];
      others += same ? 0 : 1;
    }
    boolean totals = collateral.equals(first.collateral) && owed.equals(first.owed);
    return others == 0 && totals && whole.length == first.whole.length
        ? Verdict.RIGHT
        : Verdict.wrong(others + " healths differ, totals " + (totals ? "agree" : "differ"));
  }

  /** {@return how many accounts may be liquidated} */
  long liquidatable() {
    return Arrays.stream(whole).filter(health -> health == 0).count();
  }
}
