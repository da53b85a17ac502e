package org.loadline.diff;

import java.util.Optional;
import org.loadline.model.Bounds;

/** Bounds that are alike wherever they stand. */
final class Limits {
  private Limits() {}

  static boolean same(Optional<Bounds> one, Optional<Bounds> other) {
    return one.isPresent() == other.isPresent()
        && one.map(
                a ->
                    other
                        .filter(b -> a.least().equals(b.least()) && a.most().equals(b.most()))
                        .isPresent())
            .orElse(true);
  }
}
