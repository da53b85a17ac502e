package org.loadline.impact;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import org.loadline.values.Exact;
import org.loadline.values.NumberText;
import org.loadline.values.Rounding;

/**
 * Adds up many numbers exactly; a fraction that does not end is rounded half even to 18 places
 * first, since sums of fractions of any denominator grow without end.
 */
final class Adding {
  /** Sums by denominator: decimals of a column have few, and need no common one at every step. */
  private final Map<BigInteger, BigInteger> sums = new HashMap<>();

  /** Whether a number with that denominator ends. */
  private final Map<BigInteger, Boolean> ends = new HashMap<>();

  private boolean rounded;
  private int count;

  void add(Exact number) {
    Exact ending = number;
    if (!number.isWhole() && !ends.computeIfAbsent(number.denominator(), d -> ends(number))) {
      ending = Rounding.HALF_EVEN.roundToPlaces(number, NumberText.PLACES);
      rounded = true;
    }
    sums.merge(ending.denominator(), ending.numerator(), BigInteger::add);
    count++;
  }

  private boolean ends(Exact number) {
    if (ends.size() > 100_000) {
      ends.clear();
    }
    return number.decimalPlaces().isPresent();
  }

  int count() {
    return count;
  }

  boolean isRounded() {
    return rounded;
  }

  Exact sum() {
    Exact sum = Exact.ZERO;
    for (Map.Entry<BigInteger, BigInteger> part : sums.entrySet()) {
      sum = sum.plus(Exact.ofFraction(part.getValue(), part.getKey()));
    }
    return sum;
  }
}
