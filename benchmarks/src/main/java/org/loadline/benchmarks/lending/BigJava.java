package org.loadline.benchmarks.lending;

import java.math.BigInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.loadline.benchmarks.race.Contender;
import org.loadline.benchmarks.race.Jvm;

/** The policy by hand in {@link BigInteger}, its columns made beforehand. */
final class BigJava implements Contender<Health> {
  private static final BigInteger HALF_RAY = Reserve.RAY.shiftRight(1);
  private static final BigInteger WHOLE = BigInteger.valueOf(10_000);
  private static final BigInteger HALF = BigInteger.valueOf(5_000);
  private static final BigInteger UNIT = BigInteger.valueOf(Health.UNIT);

  private final Pool pool;
  private final BigInteger[] supplied;
  private final BigInteger[] borrowed;
  private final BigInteger[] price;
  private final BigInteger[] token;
  private final BigInteger[] threshold;

  BigJava(Pool pool) {
    this.pool = pool;
    supplied = amounts(pool.supplies());
    borrowed = amounts(pool.debts());
    price =
        pool.reserves().stream().map(r -> BigInteger.valueOf(r.price())).toArray(BigInteger[]::new);
    token =
        pool.reserves().stream()
            .map(r -> BigInteger.TEN.pow(r.decimals()))
            .toArray(BigInteger[]::new);
    threshold =
        pool.reserves().stream()
            .map(r -> BigInteger.valueOf(r.threshold()))
            .toArray(BigInteger[]::new);
  }

  private static BigInteger[] amounts(Amounts amounts) {
    return IntStream.range(0, amounts.size()).mapToObj(amounts::get).toArray(BigInteger[]::new);
  }

  @Override
  public String name() {
    return "Java, BigInteger";
  }

  @Override
  public String engine() {
    return Jvm.COMPILER;
  }

  @Override
  public Supplier<Health> run() {
    BigInteger totalCollateral = BigInteger.ZERO;
    BigInteger totalOwed = BigInteger.ZERO;
    BigInteger[] health = new BigInteger[pool.accounts()];
    int supplies = pool.supplies().perAccount();
    int debts = pool.debts().perAccount();
    for (int account = 0; account < health.length; account++) {
      BigInteger collateral = BigInteger.ZERO;
      BigInteger covered = BigInteger.ZERO;
      for (int row = account * supplies; row < (account + 1) * supplies; row++) {
        int of = pool.supplies().reserve()[row];
        BigInteger value = value(supplied[row], pool.reserves().get(of).supplyIndex(), of);
        collateral = collateral.add(value);
        covered = covered.add(value.multiply(threshold[of]));
      }
      BigInteger owed = BigInteger.ZERO;
      for (int row = account * debts; row < (account + 1) * debts; row++) {
        int of = pool.debts().reserve()[row];
        owed = owed.add(value(borrowed[row], pool.reserves().get(of).debtIndex(), of));
      }
      health[account] = health(collateral, covered, owed);
      totalCollateral = totalCollateral.add(collateral);
      totalOwed = totalOwed.add(owed);
    }
    return answers(health, totalCollateral, totalOwed);
  }

  private BigInteger value(BigInteger scaled, BigInteger index, int of) {
    BigInteger balance = scaled.multiply(index).add(HALF_RAY).divide(Reserve.RAY);
    return balance.multiply(price[of]).divide(token[of]);
  }

  /** {@return units of 10^-18; negative where nothing is owed} */
  private static BigInteger health(BigInteger collateral, BigInteger covered, BigInteger owed) {
    if (owed.signum() == 0) {
      return BigInteger.ONE.negate();
    }
    BigInteger average = collateral.signum() == 0 ? BigInteger.ZERO : covered.divide(collateral);
    BigInteger counted = collateral.multiply(average).add(HALF).divide(WHOLE);
    return counted.multiply(UNIT).divide(owed);
  }

  private static Supplier<Health> answers(
      BigInteger[] health, BigInteger collateral, BigInteger owed) {
    return () -> {
      Health answers =
          new Health(new long[health.length], new long[health.length], collateral, owed);
      for (int account = 0; account < health.length; account++) {
        if (health[account].signum() < 0) {
          answers.setUnlimited(account);
        } else {
          answers.set(account, health[account]);
        }
      }
      return answers;
    };
  }
}
