package org.loadline.model;

import org.loadline.source.Span;
import org.loadline.values.Exact;

/** {@code within a .. b}: both ends belong to it. */
public record Bounds(Exact least, Exact most, Span span) {
  public boolean holds(Exact value) {
    return least.compareTo(value) <= 0 && value.compareTo(most) <= 0;
  }
}
