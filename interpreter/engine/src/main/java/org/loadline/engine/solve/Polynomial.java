package org.loadline.engine.solve;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A polynomial in the place of a point, with whole coefficients, the constant first.
 *
 * <p>Lines with coefficients of 64 bits, which most are, are worked out by {@link SmallLine}.
 */
final class Polynomial {
  static final Polynomial ZERO = new Polynomial(new SmallLine(0, 0));
  static final Polynomial ONE = new Polynomial(new SmallLine(1, 0));

  private static final BigInteger[] NONE = new BigInteger[0];

  private final @Nullable SmallLine small;
  private final BigInteger[] big;

  private Polynomial(SmallLine small) {
    this.small = small;
    this.big = NONE;
  }

  private Polynomial(BigInteger[] coefficients) {
    this.small = null;
    this.big = coefficients;
  }

  static Polynomial of(BigInteger constant) {
    return trimmed(new BigInteger[] {constant});
  }

  static Polynomial of(long constant) {
    return new Polynomial(new SmallLine(constant, 0));
  }

  /** {@code start + place * each}. */
  static Polynomial line(BigInteger start, BigInteger each) {
    return trimmed(new BigInteger[] {start, each});
  }

  /** A constant of 64 bits; nothing of any other polynomial. */
  boolean isSmallConstant() {
    return small != null && small.each() == 0;
  }

  /** That constant. */
  long smallConstant() {
    return Objects.requireNonNull(small).start();
  }

  private BigInteger[] coefficients() {
    return small == null ? big : small.coefficients();
  }

  private static Polynomial trimmed(BigInteger[] coefficients) {
    int size = coefficients.length;
    while (size > 0 && coefficients[size - 1].signum() == 0) {
      size--;
    }
    if (size <= 2 && isSmall(coefficients, size)) {
      return new Polynomial(
          new SmallLine(
              size > 0 ? coefficients[0].longValue() : 0,
              size > 1 ? coefficients[1].longValue() : 0));
    }
    return new Polynomial(
        size == coefficients.length ? coefficients : Arrays.copyOf(coefficients, size));
  }

  private static boolean isSmall(BigInteger[] coefficients, int size) {
    for (int i = 0; i < size; i++) {
      if (coefficients[i].bitLength() >= Long.SIZE) {
        return false;
      }
    }
    return true;
  }

  /** Whether it is the same at every place. */
  boolean isConstant() {
    return small == null ? big.length <= 1 : small.each() == 0;
  }

  BigInteger constant() {
    if (small != null) {
      return BigInteger.valueOf(small.start());
    }
    return big.length == 0 ? BigInteger.ZERO : big[0];
  }

  Polynomial plus(Polynomial other) {
    if (small != null && other.small != null) {
      SmallLine sum = small.plus(other.small);
      if (sum != null) {
        return new Polynomial(sum);
      }
    }
    return sum(coefficients(), other.coefficients());
  }

  private static Polynomial sum(BigInteger[] one, BigInteger[] other) {
    if (one.length < other.length) {
      return sum(other, one);
    }
    BigInteger[] sum = one.clone();
    for (int i = 0; i < other.length; i++) {
      sum[i] = sum[i].add(other[i]);
    }
    return trimmed(sum);
  }

  Polynomial negate() {
    SmallLine line = small == null ? null : small.negate();
    if (line != null) {
      return new Polynomial(line);
    }
    BigInteger[] negated = coefficients().clone();
    for (int i = 0; i < negated.length; i++) {
      negated[i] = negated[i].negate();
    }
    return trimmed(negated);
  }

  Polynomial minus(Polynomial other) {
    if (small != null && other.small != null) {
      SmallLine difference = small.minus(other.small);
      if (difference != null) {
        return new Polynomial(difference);
      }
    }
    return plus(other.negate());
  }

  Polynomial times(Polynomial other) {
    if (other.isOne()) {
      return this;
    }
    if (isOne()) {
      return other;
    }
    if (small != null && other.small != null) {
      SmallLine product = small.times(other.small);
      if (product != null) {
        return new Polynomial(product);
      }
    }
    BigInteger[] left = coefficients();
    BigInteger[] right = other.coefficients();
    if (left.length == 0 || right.length == 0) {
      return ZERO;
    }
    BigInteger[] product = new BigInteger[left.length + right.length - 1];
    Arrays.fill(product, BigInteger.ZERO);
    for (int i = 0; i < left.length; i++) {
      for (int j = 0; j < right.length; j++) {
        product[i + j] = product[i + j].add(left[i].multiply(right[j]));
      }
    }
    return trimmed(product);
  }

  private boolean isOne() {
    return small != null && small.start() == 1 && small.each() == 0;
  }

  BigInteger at(long place) {
    if (isConstant()) {
      return constant();
    }
    BigInteger[] coefficients = coefficients();
    BigInteger x = BigInteger.valueOf(place);
    BigInteger value = coefficients[coefficients.length - 1];
    for (int i = coefficients.length - 2; i >= 0; i--) {
      value = value.multiply(x).add(coefficients[i]);
    }
    return value;
  }

  int sign(long place) {
    return small == null ? at(place).signum() : small.sign(place);
  }

  /** What it grows by from each place to the next. */
  private Polynomial growth() {
    // p(k + 1) - p(k), by Horner's rule on k + 1.
    BigInteger[] coefficients = coefficients();
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
    if (small != null) {
      return small.nextSign(from, end);
    }
    if (isConstant() || from + 1 >= end) {
      return end;
    }
    int sign = sign(from);
    if (big.length == 2) {
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
    BigInteger each = big[1];
    if (sign == 0) {
      return from + 1;
    }
    if (each.signum() == sign) {
      return end;
    }
    // The least whole number that is not below -start / each.
    BigInteger over = each.signum() > 0 ? big[0] : big[0].negate();
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
