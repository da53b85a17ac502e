package org.loadline.engine.solve;

import java.math.BigInteger;
import org.loadline.values.Exact;

/** A number over a piece: a quotient of two polynomials, the lower one above zero all over it. */
record Ratio(Polynomial over, Polynomial under) {
  static final Ratio ZERO = new Ratio(Polynomial.ZERO, Polynomial.ONE);

  static Ratio of(Exact number) {
    return new Ratio(Polynomial.of(number.numerator()), Polynomial.of(number.denominator()));
  }

  /** {@code start + place * each}. */
  static Ratio line(Exact start, Exact each) {
    BigInteger under = start.denominator().multiply(each.denominator());
    return new Ratio(
        Polynomial.line(
            start.numerator().multiply(each.denominator()),
            each.numerator().multiply(start.denominator())),
        Polynomial.of(under));
  }

  boolean isConstant() {
    return over.isConstant() && under.isConstant();
  }

  Exact at(long place) {
    return Exact.ofFraction(over.at(place), under.at(place));
  }

  Ratio plus(Ratio other) {
    if (under.isSmallConstant() && other.under.isSmallConstant()) {
      long left = under.smallConstant();
      long right = other.under.smallConstant();
      if (left == right) {
        return new Ratio(over.plus(other.over), under);
      }
      long common = common(left, right);
      Polynomial first = Polynomial.of(right / common);
      return new Ratio(
          over.times(first).plus(other.over.times(Polynomial.of(left / common))),
          under.times(first));
    }
    if (under.isConstant() && other.under.isConstant()) {
      BigInteger left = under.constant();
      BigInteger right = other.under.constant();
      if (left.equals(right)) {
        return new Ratio(over.plus(other.over), under);
      }
      BigInteger common = left.gcd(right);
      Polynomial first = Polynomial.of(right.divide(common));
      Polynomial second = Polynomial.of(left.divide(common));
      return new Ratio(
          over.times(first).plus(other.over.times(second)),
          Polynomial.of(left.divide(common).multiply(right)));
    }
    return new Ratio(
        over.times(other.under).plus(other.over.times(under)), under.times(other.under));
  }

  /** Of two numbers above zero. */
  private static long common(long one, long other) {
    long a = one;
    long b = other;
    while (b != 0) {
      long rest = a % b;
      a = b;
      b = rest;
    }
    return a;
  }

  Ratio negate() {
    return new Ratio(over.negate(), under);
  }

  Ratio minus(Ratio other) {
    return plus(other.negate());
  }

  Ratio times(Ratio other) {
    return new Ratio(over.times(other.over), under.times(other.under));
  }

  /** What decides whether it is above another number: the sign of this. */
  Polynomial against(Ratio other) {
    boolean same =
        under.isSmallConstant()
            && other.under.isSmallConstant()
            && under.smallConstant() == other.under.smallConstant();
    return same ? over.minus(other.over) : minus(other).over;
  }
}
