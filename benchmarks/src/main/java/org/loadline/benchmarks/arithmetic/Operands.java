package org.loadline.benchmarks.arithmetic;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.loadline.values.Int128;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The same numbers for all, in the form of each. */
@State(Scope.Thread)
public class Operands {
  /** So many that no branch can be learnt, and so few that they stay in the nearest cache. */
  static final int COUNT = 512;

  private static final int FACTOR_BITS = 62;

  /** Bits of the larger operand; the smaller one has 62. */
  @Param({"62", "90", "120"})
  public int bits;

  final Int128[] large = new Int128[COUNT];
  final Int128[] small = new Int128[COUNT];
  final BigInteger[] bigLarge = new BigInteger[COUNT];
  final BigInteger[] bigSmall = new BigInteger[COUNT];
  final BigDecimal[] decimalLarge = new BigDecimal[COUNT];
  final BigDecimal[] decimalSmall = new BigDecimal[COUNT];

  @Setup(Level.Trial)
  public void draw() {
    Random random = new Random(bits);
    for (int i = 0; i < COUNT; i++) {
      bigLarge[i] = drawn(bits, random);
      bigSmall[i] = drawn(FACTOR_BITS, random);
      large[i] = Int128.of(bigLarge[i]);
      small[i] = Int128.of(bigSmall[i]);
      decimalLarge[i] = new BigDecimal(bigLarge[i]);
      decimalSmall[i] = new BigDecimal(bigSmall[i]);
    }
  }

  private static BigInteger drawn(int bits, Random random) {
    BigInteger magnitude = new BigInteger(bits, random).setBit(bits - 1);
    return random.nextBoolean() ? magnitude : magnitude.negate();
  }
}
