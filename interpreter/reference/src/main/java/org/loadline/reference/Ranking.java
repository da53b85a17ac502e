package org.loadline.reference;

import java.util.Arrays;
import org.loadline.values.Exact;
import org.loadline.values.Flag;
import org.loadline.values.Member;
import org.loadline.values.RowNumber;
import org.loadline.values.Text;
import org.loadline.values.Unlimited;
import org.loadline.values.Value;

/**
 * The order of values: numbers by size, `unlimited` above them, members as declared, rows by
 * identity, texts by code point.
 */
final class Ranking {
  private Ranking() {}

  static int compare(Value left, Value right) {
    if (left instanceof Member(int a) && right instanceof Member(int b)) {
      return Integer.compare(a, b);
    }
    if (left == Unlimited.INSTANCE || right == Unlimited.INSTANCE) {
      return Boolean.compare(left == Unlimited.INSTANCE, right == Unlimited.INSTANCE);
    }
    if (left instanceof RowNumber(int a) && right instanceof RowNumber(int b)) {
      return Integer.compare(a, b);
    }
    if (left instanceof Flag(boolean a) && right instanceof Flag(boolean b)) {
      return Boolean.compare(a, b);
    }
    if (left instanceof Text(String a) && right instanceof Text(String b)) {
      return Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());
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
