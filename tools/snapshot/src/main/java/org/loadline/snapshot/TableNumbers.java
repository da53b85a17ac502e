package org.loadline.snapshot;

import org.loadline.values.Exact;
import org.loadline.values.Int128;
import org.loadline.values.NumberText;

/** Numbers of typed columns as they are written in CSV. */
final class TableNumbers {
  private TableNumbers() {}

  /** Without trailing zeros, so that a whole number of any scale is one of steps, or a key. */
  static String text(Int128 unscaled, int scale) {
    return NumberText.format(Exact.ofUnscaled(unscaled.toBigInteger(), scale));
  }
}
