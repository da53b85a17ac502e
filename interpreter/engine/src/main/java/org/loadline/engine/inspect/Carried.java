package org.loadline.engine.inspect;

import java.util.OptionalInt;
import org.loadline.values.Exact;

/**
 * How a number is carried.
 *
 * @param width the bits that it is given: 64, 128, …; 0 if it takes as many as it needs
 * @param bits the bits that its range needs, its sign included
 * @param places its decimal places
 * @param least the end of its range, as far as that is known
 * @param divisorBits the bits that a fraction's divisor needs
 * @param orNone whether it may be {@code none}
 * @param orUnlimited whether it may be {@code unlimited}
 */
public record Carried(
    int width,
    int bits,
    int places,
    Exact least,
    Exact most,
    OptionalInt divisorBits,
    boolean orNone,
    boolean orUnlimited) {
  /** Whether it is a fraction of any size; then its range is not known. */
  public boolean isExact() {
    return width == 0;
  }

  public boolean isFraction() {
    return divisorBits.isPresent();
  }
}
