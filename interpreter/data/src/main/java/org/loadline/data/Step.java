package org.loadline.data;

import java.math.BigInteger;
import java.util.OptionalInt;
import org.loadline.values.Exact;
import org.loadline.values.NumberText;

/** The step of one cell, if it is known. */
sealed interface Step {
  /** A step of 64 bits: {@code unscaled / 10^scale}. */
  record Of(long unscaled, int scale) implements Step {}

  record Wide(Exact size) implements Step {}

  /** What should hold the step has no value for this row. */
  record Unknown(String path) implements Step {}

  /** What should hold the step holds no step. */
  record Wrong(String path, String shown) implements Step {}

  static Step of(Exact size) {
    OptionalInt places = size.decimalPlaces();
    if (places.isEmpty()) {
      return new Wide(size);
    }
    BigInteger unscaled = size.times(Exact.of(BigInteger.TEN.pow(places.getAsInt()))).numerator();
    return unscaled.signum() != 0 && unscaled.bitLength() < 64
        ? new Of(unscaled.longValue(), places.getAsInt())
        : new Wide(size);
  }

  /**
   * The step that a field holds; {@code places}: as a number of decimal places.
   *
   * @param path what messages call the field
   */
  static Step held(Exact held, boolean places, String path) {
    if (!places) {
      return held.signum() > 0 ? of(held) : new Wrong(path, NumberText.format(held));
    }
    boolean counts =
        held.isWhole() && held.signum() >= 0 && held.compareTo(Exact.of(Exact.MAX_PLACES)) <= 0;
    return counts
        ? of(Exact.ofFraction(BigInteger.ONE, BigInteger.TEN.pow(held.intValueExact())))
        : new Wrong(path, NumberText.format(held));
  }
}
