package org.loadline.core;

import org.loadline.values.Exact;

/** Conditions as numbers: 1 where one holds, 0 where it does not. */
final class InfluenceTruth {
  static final Course HOLDS = Course.of(Exact.ONE);
  static final Course FAILS = Course.of(Exact.ZERO);
  static final Course EITHER = Course.of(Exact.ZERO, Exact.ONE);

  private InfluenceTruth() {}

  static Course not(Course condition) {
    return HOLDS.plus(condition.negate());
  }

  /** It may hold or not, and nobody knows which way it turns if what it reads moves. */
  static Course open(boolean moves) {
    return EITHER.moving(moves ? Trend.UNKNOWN : Trend.SAME);
  }

  static boolean isAtLeast(Course left, Course right) {
    return KnownRanges.isUnlimited(left)
        || left.least().flatMap(a -> right.most().map(b -> a.compareTo(b) >= 0)).orElse(false);
  }

  /** The one value where a condition holds, the other where it does not. */
  static Course either(Course condition, Course holds, Course fails) {
    if (condition.isSurely(Exact.ONE)) {
      return holds;
    }
    if (condition.isSurely(Exact.ZERO)) {
      return fails;
    }
    Course either = holds.or(fails);
    if (!condition.moves()) {
      return either;
    }
    boolean up = isAtLeast(holds, fails);
    boolean down = isAtLeast(fails, holds);
    Trend flip =
        up && down
            ? Trend.SAME
            : up ? condition.trend() : down ? condition.trend().reversed() : Trend.UNKNOWN;
    return either.moving(either.trend().or(flip));
  }
}
