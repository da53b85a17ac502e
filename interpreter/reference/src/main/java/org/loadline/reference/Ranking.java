package org.loadline.reference;

import org.loadline.values.Exact;
import org.loadline.values.Member;
import org.loadline.values.Unlimited;
import org.loadline.values.Value;

/** The order of values: numbers by size, `unlimited` above them, members as declared. */
final class Ranking {
  private Ranking() {}

  static int compare(Value left, Value right) {
    if (left instanceof Member(int a) && right instanceof Member(int b)) {
      return Integer.compare(a, b);
    }
    if (left == Unlimited.INSTANCE || right == Unlimited.INSTANCE) {
      return Boolean.compare(left == Unlimited.INSTANCE, right == Unlimited.INSTANCE);
    }
    return ((Exact) left).compareTo((Exact) right);
  }

  static Value least(Value left, Value right) {
    return compare(left, right) <= 0 ? left : right;
  }

  static Value greatest(Value left, Value right) {
    return compare(left, right) >= 0 ? left : right;
  }
}
