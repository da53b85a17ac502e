package org.loadline.values;

import java.math.BigInteger;

/** Encloses the distribution function of the standard normal distribution. */
final class NormalDistribution {
  private NormalDistribution() {}

  /**
   * Encloses the function at {@code argument}, which lies in 0 to 9, by one half + density(x) · (x
   * + x³/3 + x⁵/(3·5) + x⁷/(3·5·7) + …), whose terms are all positive.
   */
  static Enclosure of(Exact argument, int bits) {
    Exact square = argument.times(argument);
    // The series grows like e^(x²/2), below 2^(3x²/4), and the density falls by as much.
    int wide = bits + 3 * Rounding.CEIL.round(square, Exact.ONE).intValueExact() / 4 + 16;
    Enclosure x = enclose(argument, wide);
    Enclosure squared = enclose(square, wide);
    BigInteger height = Constant.NORMAL_HEIGHT.to(wide);
    Enclosure density =
        Exponential.of(squared.times(BigInteger.ONE.negate(), BigInteger.TWO))
            .times(Enclosure.around(height, 2, wide));
    Enclosure half = enclose(Exact.ofFraction(1, 2), wide);
    return density.times(series(x, squared)).plus(half);
  }

  private static Enclosure enclose(Exact value, int bits) {
    return Enclosure.of(value.numerator(), value.denominator(), bits);
  }

  private static Enclosure series(Enclosure x, Enclosure squared) {
    Enclosure sum = x;
    Enclosure term = x;
    int odd = 1;
    // Past twice the square each term is less than half the one before, so all that follow the last
    // one add up to less than it.
    BigInteger enough = squared.high().shiftRight(squared.bits() - 1).add(BigInteger.ONE);
    while (term.low().signum() > 0 || BigInteger.valueOf(odd).compareTo(enough) <= 0) {
      odd += 2;
      term = term.times(squared).times(BigInteger.ONE, BigInteger.valueOf(odd));
      sum = sum.plus(term);
    }
    return new Enclosure(sum.low(), sum.high().add(term.high()), sum.bits());
  }
}
