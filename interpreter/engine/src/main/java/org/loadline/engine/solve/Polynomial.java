package org.loadline.engine.solve;

import java.math.BigInteger;
import java.util.Arrays;

/** A polynomial in the place of a point, with whole coefficients, the constant first. */
final class Polynomial {
  static final Polynomial ZERO = new Polynomial(new BigInteger[0]);
  static final Polynomial ONE = of(BigInteger.ONE);

  private final BigInteger[] coefficients;

  private Polynomial(BigInteger[] coefficients) {
    this.coefficients = coefficients;
  }

  static Polynomial of(BigInteger constant) {
    return constant.signum() == 0 ? ZERO : new Polynomial(new BigInteger[] {constant});
  }

  /** {@code start + place * each}. */
  static Polynomial line(BigInteger start, BigInteger each) {
    return trimmed(new BigInteger[] {start, each});
  }

  private static Polynomial trimmed(BigInteger[] coefficients) {
    int size = coefficients.length;
    while (size > 0 && coefficients[size - 1].signum() == 0) {
      size--;
    }
    return size == coefficients.length
        ? new Polynomial(coefficients)
        : new Polynomial(Arrays.copyOf(coefficients, size));
  }

  /** Whether it is the same at every place. */
  boolean isConstant() {
    return coefficients.length <= 1;
  }

  BigInteger constant() {
    return coefficients.length == 0 ? BigInteger.ZERO : coefficients[0];
  }

  Polynomial plus(Polynomial other) {
    if (coefficients.length < other.coefficients.length) {
      return other.plus(this);
    }
    BigInteger[] sum = coefficients.clone();
    for (int i = 0; i < other.coefficients.length; i++) {
      sum[i] = sum[i].add(other.coefficients[i]);
    }
    return trimmed(sum);
  }

  Polynomial negate() {
    BigInteger[] negated = new BigInteger[coefficients.length];
    for (int i = 0; i < negated.length; i++) {
      negated[i] = coefficients[i].negate();
    }
    return new Polynomial(negated);
  }

  Polynomial minus(Polynomial other) {
    return plus(other.negate());
  }

  Polynomial times(Polynomial other) {
    if (coefficients.length == 0 || other.coefficients.length == 0) {
      return ZERO;
    }
    if (other.isOne()) {
      return this;
    }
    if (isOne()) {
      return other;
    }
    BigInteger[] product = new BigInteger[coefficients.length + other.coefficients.length - 1];
    Arrays.fill(product, BigInteger.ZERO);
    for (int i = 0; i < coefficients.length; i++) {
      for (int j = 0; j < other.coefficients.length; j++) {
        product[i + j] = product[i + j].add(coefficients[i].multiply(other.coefficients[j]));
      }
    }
    return trimmed(product);
  }

  private boolean isOne() {
    return coefficients.length == 1 && coefficients[0].equals(BigInteger.ONE);
  }

  BigInteger at(long place) {
    if (coefficients.length <= 1) {
      return constant();
    }
    BigInteger x = BigInteger.valueOf(place);
    BigInteger value = coefficients[coefficients.length - 1];
    for (int i = coefficients.length - 2; i >= 0; i--) {
      value = value.multiply(x).add(coefficients[i]);
    }
    return value;
  }

  int sign(long place) {
    return at(place).signum();
  }

  /** What it grows by from each place to the next. */
  private Polynomial growth() {
    // p(k + 1) - p(k), by Horner's rule on k + 1.
    BigInteger[] shifted = new BigInteger[coefficients.length];
    Arrays.fill(shifted, BigInteger.ZERO);
    for (int i = coefficients.length - 1; i >= 0; i--) {
      for (int j = shifted.length - 1; j > 0; j--) {
        shifted[j] = shifted[j].add(shifted[j - 1]);
      }
      shifted[0] = shifted[0].add(coefficients[i]);
    }
    return trimmed(shifted).minus(this);
  }

  /**
   * The first place after {@code from} and below {@code end} at which the sign is another than at
   * {@code from}; {@code end} if there is none.
   *
   * <p>Between two places at which its growth changes its sign a polynomial rises or falls, so the
   * first place is found there by halving.
   */
  long nextSign(long from, long end) {
    if (isConstant() || from + 1 >= end) {
      return end;
    }
    int sign = sign(from);
    if (coefficients.length == 2) {
      return nextSignOfLine(sign, from, end);
    }
    Polynomial growth = growth();
    long at = from;
    while (at + 1 < end) {
      long turn = growth.nextSign(at, end - 1);
      if (sign(turn) != sign) {
        return halve(at, turn, sign);
      }
      at = turn;
    }
    return end;
  }

  private long nextSignOfLine(int sign, long from, long end) {
    BigInteger each = coefficients[1];
    if (sign == 0) {
      return from + 1;
    }
    if (each.signum() == sign) {
      return end;
    }
    // The least whole number that is not below -start / each.
    BigInteger over = each.signum() > 0 ? coefficients[0] : coefficients[0].negate();
    BigInteger[] parts = over.divideAndRemainder(each.abs());
    BigInteger floor = parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    BigInteger first = floor.negate();
    return first.compareTo(BigInteger.valueOf(end)) < 0 ? first.longValue() : end;
  }

  private long halve(long same, long other, int sign) {
    long low = same;
    long high = other;
    while (low + 1 < high) {
      long middle = low + (high - low) / 2;
      if (sign(middle) == sign) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }
}
