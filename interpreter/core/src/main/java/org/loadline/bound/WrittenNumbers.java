package org.loadline.bound;

import org.loadline.syntax.Decimal;
import org.loadline.values.Exact;

/** What numbers in a text are worth. */
public final class WrittenNumbers {
  private WrittenNumbers() {}

  /** The value of a number as it is written. */
  public static Exact exact(Decimal written) {
    return Exact.ofUnscaled(written.unscaled(), written.scale());
  }
}
