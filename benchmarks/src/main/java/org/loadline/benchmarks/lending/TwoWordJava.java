package org.loadline.benchmarks.lending;

import static org.loadline.benchmarks.lending.TwoWordColumns.INDEX_HIGH;
import static org.loadline.benchmarks.lending.TwoWordColumns.INDEX_LOW;
import static org.loadline.benchmarks.lending.TwoWordColumns.PRICE;
import static org.loadline.benchmarks.lending.TwoWordColumns.STRIDE;
import static org.loadline.benchmarks.lending.TwoWordColumns.THRESHOLD;
import static org.loadline.benchmarks.lending.TwoWordColumns.TOKEN;
import static org.loadline.benchmarks.lending.TwoWordColumns.TOKEN_INVERSE;
import static org.loadline.benchmarks.lending.TwoWordColumns.TOKEN_SHIFT;

import java.math.BigInteger;
import java.util.function.Supplier;
import org.loadline.benchmarks.race.Contender;
import org.loadline.benchmarks.race.Jvm;

/**
 * The policy by hand in words of 64 bits, for the declared ranges: what a patient engineer would
 * write.
 *
 * <p>An amount and an index have two words and their product three. Divided by 10^27 = 2^27 · 5^27
 * it is shifted and divided by one word, in products with that word's inverse; so is a value by the
 * smallest part of its token. Nothing is allocated but the answers.
 */
final class TwoWordJava implements Contender<Health> {
  private static final int RAY_SHIFT = 26;
  private static final Divisor FIVES = Divisor.of(Reserve.RAY.shiftRight(Reserve.INDEX_PLACES));
  private static final long FIVE_WORD = FIVES.word();
  private static final long FIVE_INVERSE = FIVES.inverse();
  private static final BigInteger HALF_RAY = Reserve.RAY.shiftRight(1);
  private static final long HALF_HIGH = HALF_RAY.shiftRight(Long.SIZE).longValueExact();
  private static final long HALF_LOW = HALF_RAY.longValue();
  private static final long WHOLE = 10_000;
  private static final long BILLION = 1_000_000_000L;

  private final TwoWordColumns columns;

  TwoWordJava(Pool pool) {
    columns = new TwoWordColumns(pool);
  }

  @Override
  public String name() {
    return "Java, exact, by hand";
  }

  @Override
  public String engine() {
    return Jvm.COMPILER;
  }

  @Override
  public Supplier<Health> run() {
    Run run = new Run(columns);
    for (int account = 0; account < columns.accounts; account++) {
      run.account(account);
    }
    return run::answers;
  }

  /** {@return the value of a row in units of 10^-8 USD} */
  private static long value(Amounts amounts, int row, long[] reserves) {
    int at = amounts.reserve()[row] * STRIDE;
    long high = amounts.high()[row];
    long low = amounts.low()[row];
    long indexHigh = reserves[at + INDEX_HIGH];
    long indexLow = reserves[at + INDEX_LOW];

    // amount · index + half a ray, in three words.
    long word0 = low * indexLow + HALF_LOW;
    long middle = Math.unsignedMultiplyHigh(low, indexLow) + carry(word0, HALF_LOW) + HALF_HIGH;
    long cross = low * indexHigh;
    long other = high * indexLow;
    long part = middle + cross;
    long word1 = part + other;
    long word2 =
        high * indexHigh
            + Math.unsignedMultiplyHigh(low, indexHigh)
            + Math.unsignedMultiplyHigh(high, indexLow)
            + carry(part, cross)
            + carry(word1, other);

    // By 2^27, less the one bit that the divisor is shifted by, and by 5^27.
    long top = word2 >>> RAY_SHIFT;
    long next = word2 << (Long.SIZE - RAY_SHIFT) | word1 >>> RAY_SHIFT;
    long last = word1 << (Long.SIZE - RAY_SHIFT) | word0 >>> RAY_SHIFT;
    long balanceHigh = Divisor.quotient(top, next, FIVE_WORD, FIVE_INVERSE);
    long balanceLow =
        Divisor.quotient(next - balanceHigh * FIVE_WORD, last, FIVE_WORD, FIVE_INVERSE);

    long price = reserves[at + PRICE];
    long valueLow = balanceLow * price;
    long valueHigh = Math.unsignedMultiplyHigh(balanceLow, price) + balanceHigh * price;
    int shift = (int) reserves[at + TOKEN_SHIFT];
    return Divisor.quotient(
        valueHigh << shift | valueLow >>> (Long.SIZE - shift),
        valueLow << shift,
        reserves[at + TOKEN],
        reserves[at + TOKEN_INVERSE]);
  }

  /** One if {@code sum} is below {@code term} without signs, so that it lost a carry. */
  private static long carry(long sum, long term) {
    return Long.compareUnsigned(sum, term) < 0 ? 1 : 0;
  }

  private static final class Run {
    private final Amounts supplies;
    private final Amounts debts;
    private final long[] supplied;
    private final long[] borrowed;
    private final long[] whole;
    private final long[] fraction;
    private long collateralHigh;
    private long collateralLow;
    private long owedHigh;
    private long owedLow;

    Run(TwoWordColumns columns) {
      supplies = columns.supplies;
      debts = columns.debts;
      supplied = columns.supplied;
      borrowed = columns.borrowed;
      whole = new long[columns.accounts];
      fraction = new long[columns.accounts];
    }

    void account(int account) {
      long collateral = 0;
      long coveredHigh = 0;
      long coveredLow = 0;
      int held = supplies.perAccount();
      for (int row = account * held; row < (account + 1) * held; row++) {
        long value = value(supplies, row, supplied);
        long covered = value * supplied[supplies.reserve()[row] * STRIDE + THRESHOLD];
        collateral += value;
        coveredLow += covered;
        coveredHigh += carry(coveredLow, covered);
      }
      long owed = 0;
      int borrowings = debts.perAccount();
      for (int row = account * borrowings; row < (account + 1) * borrowings; row++) {
        owed += value(debts, row, borrowed);
      }
      collateralLow += collateral;
      collateralHigh += carry(collateralLow, collateral);
      owedLow += owed;
      owedHigh += carry(owedLow, owed);
      if (owed == 0) {
        whole[account] = Health.UNLIMITED;
      } else {
        finish(account, counted(collateral, coveredHigh, coveredLow), owed);
      }
    }

    /** The collateral by its mean threshold, which is cut to basis points. */
    private static long counted(long collateral, long coveredHigh, long coveredLow) {
      if (collateral == 0) {
        return 0;
      }
      double covered = coveredHigh * 0x1p64 + (coveredLow >>> 1) * 2.0;
      long threshold = (long) (covered / collateral);
      long rest = coveredLow - threshold * collateral;
      threshold += rest < 0 ? -1 : rest >= collateral ? 1 : 0;
      long tenThousands = collateral / WHOLE;
      long below = collateral - tenThousands * WHOLE;
      return tenThousands * threshold + (below * threshold + WHOLE / 2) / WHOLE;
    }

    /** Nine places at a time: an estimate in floating point is then off by at most one. */
    private void finish(int account, long counted, long owed) {
      long ones = counted / owed;
      long rest = counted - ones * owed;
      double inverse = 1e9 / owed;
      long billionths = (long) (rest * inverse);
      rest = rest * BILLION - billionths * owed;
      long correction = rest < 0 ? -1 : rest >= owed ? 1 : 0;
      billionths += correction;
      rest -= correction * owed;
      long last = (long) (rest * inverse);
      rest = rest * BILLION - last * owed;
      last += rest < 0 ? -1 : rest >= owed ? 1 : 0;
      whole[account] = ones;
      fraction[account] = billionths * BILLION + last;
    }

    Health answers() {
      return new Health(
          whole,
          fraction,
          Words.unsigned(collateralHigh, collateralLow),
          Words.unsigned(owedHigh, owedLow));
    }
  }
}
