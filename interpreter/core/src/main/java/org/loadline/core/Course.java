package org.loadline.core;

import java.util.Optional;
import java.util.stream.Stream;
import org.loadline.values.Exact;

/**
 * How a value moves while the point of a search rises, and if it is a number where it lies; an
 * absent bound is none.
 */
record Course(Trend trend, Optional<Exact> least, Optional<Exact> most) {
  static final Course ANY = new Course(Trend.SAME, Optional.empty(), Optional.empty());

  /** Not below zero. */
  static final Course NATURAL = new Course(Trend.SAME, Optional.of(Exact.ZERO), Optional.empty());

  static Course of(Exact number) {
    return new Course(Trend.SAME, Optional.of(number), Optional.of(number));
  }

  static Course of(Exact least, Exact most) {
    return new Course(Trend.SAME, Optional.of(least), Optional.of(most));
  }

  static Course anything(Trend trend) {
    return ANY.moving(trend);
  }

  Course moving(Trend other) {
    return new Course(other, least, most);
  }

  boolean moves() {
    return trend.moves();
  }

  boolean isNatural() {
    return least.filter(l -> l.signum() >= 0).isPresent();
  }

  boolean isNegative() {
    return most.filter(m -> m.signum() <= 0).isPresent();
  }

  /** Whether it is that number and no other. */
  boolean isSurely(Exact number) {
    return least.filter(number::equals).isPresent() && most.filter(number::equals).isPresent();
  }

  Course negate() {
    return new Course(trend.reversed(), most.map(Exact::negate), least.map(Exact::negate));
  }

  Course plus(Course other) {
    return new Course(
        trend.with(other.trend),
        least.flatMap(a -> other.least.map(a::plus)),
        most.flatMap(a -> other.most.map(a::plus)));
  }

  /** The trend of a product with a factor that stands still. */
  private static Trend along(Trend trend, Course factor) {
    if (trend.ordinal() <= Trend.EDGES.ordinal() || trend == Trend.UNKNOWN || factor.isNatural()) {
      return trend;
    }
    return factor.isNegative() ? trend.reversed() : Trend.EITHER;
  }

  Course times(Course other) {
    return product(other).moving(along(trend, other).with(along(other.trend, this)));
  }

  private Course product(Course other) {
    if (Stream.of(least, most, other.least, other.most).allMatch(Optional::isPresent)) {
      Exact a = least.orElseThrow().times(other.least.orElseThrow());
      Exact b = least.orElseThrow().times(other.most.orElseThrow());
      Exact c = most.orElseThrow().times(other.least.orElseThrow());
      Exact d = most.orElseThrow().times(other.most.orElseThrow());
      return of(a.min(b).min(c.min(d)), a.max(b).max(c.max(d)));
    }
    if ((isNatural() && other.isNatural()) || (isNegative() && other.isNegative())) {
      return NATURAL;
    }
    boolean opposed = (isNatural() && other.isNegative()) || (isNegative() && other.isNatural());
    return opposed ? NATURAL.negate() : ANY;
  }

  /** One over it; where it is zero there is no quotient. */
  Course inverse() {
    Trend known = isNatural() || isNegative() ? trend.reversed() : trend.or(trend.reversed());
    return (isNatural() ? NATURAL : isNegative() ? NATURAL.negate() : ANY).moving(known);
  }

  Course abs() {
    if (isNatural()) {
      return this;
    }
    return isNegative() ? negate() : NATURAL.moving(trend.or(trend.reversed()));
  }

  /** What is one or the other. */
  Course or(Course other) {
    return new Course(
        trend.or(other.trend),
        least.flatMap(a -> other.least.map(a::min)),
        most.flatMap(a -> other.most.map(a::max)));
  }

  Course meet(Course other) {
    return new Course(
        trend,
        least.map(a -> other.least.map(a::max).orElse(a)).or(other::least),
        most.map(a -> other.most.map(a::min).orElse(a)).or(other::most));
  }

  /** The greater of two. */
  Course max(Course other) {
    return new Course(
        trend.or(other.trend),
        least.map(a -> other.least.map(a::max).orElse(a)).or(other::least),
        most.flatMap(a -> other.most.map(a::max)));
  }

  Course min(Course other) {
    return negate().max(other.negate()).negate();
  }
}
