package org.loadline.benchmarks.arithmetic;

import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.concurrent.TimeUnit;
import org.loadline.values.Int128;
import org.loadline.values.Rounding;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.infra.Blackhole;

/** Products, quotients and comparisons, each by {@link Int128} and by the JDK. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Operands.COUNT)
public class Arithmetic {

  /** A product that is thrown away above 128 bits. */
  @Benchmark
  public void productInt128(Operands of, Blackhole seen) {
    for (int i = 0; i < Operands.COUNT; i++) {
      Int128 product = of.large[i].times(of.small[i]);
      seen.consume(product.hi() ^ product.lo());
    }
  }

  /** A product of any size. */
  @Benchmark
  public void productBigInteger(Operands of, Blackhole seen) {
    for (int i = 0; i < Operands.COUNT; i++) {
      seen.consume(of.bigLarge[i].multiply(of.bigSmall[i]));
    }
  }

  @Benchmark
  public void quotientInt128(Operands of, Blackhole seen) {
    for (int i = 0; i < Operands.COUNT; i++) {
      Int128 quotient = Int128.divideRounded(of.large[i], of.small[i], Rounding.HALF_EVEN);
      seen.consume(quotient.hi() ^ quotient.lo());
    }
  }

  @Benchmark
  public void quotientBigDecimal(Operands of, Blackhole seen) {
    for (int i = 0; i < Operands.COUNT; i++) {
      seen.consume(of.decimalLarge[i].divide(of.decimalSmall[i], 0, RoundingMode.HALF_EVEN));
    }
  }

  /** Whether one fraction is below another, without dividing. */
  @Benchmark
  public void comparisonInt128(Operands of, Blackhole seen) {
    for (int i = 1; i < Operands.COUNT; i++) {
      seen.consume(
          Int128.compareProducts(of.large[i], of.small[i - 1], of.large[i - 1], of.small[i]));
    }
  }

  @Benchmark
  public void comparisonBigInteger(Operands of, Blackhole seen) {
    for (int i = 1; i < Operands.COUNT; i++) {
      BigInteger left = of.bigLarge[i].multiply(of.bigSmall[i - 1]);
      seen.consume(left.compareTo(of.bigLarge[i - 1].multiply(of.bigSmall[i])));
    }
  }
}
