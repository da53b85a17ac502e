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
    return minus(other).over;
  }
}
