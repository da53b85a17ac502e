package org.loadline.core;

import java.util.List;
import org.loadline.model.EntityRef;
import org.loadline.model.InputRef;
import org.loadline.source.Span;

/** An input that an entry writes. */
public sealed interface Place {
  /** The text that it came from. */
  Span span();

  /**
   * A field of a row; {@code family} holds one choice member for each parameter of a column family,
   * none otherwise. A row that is {@code none}, or is not found, is a fault.
   */
  record OfRow(Expr row, EntityRef entity, int field, List<Expr> family, Span span)
      implements Place {
    public OfRow {
      family = List.copyOf(family);
    }
  }

  /** A system input. */
  record OfSystem(InputRef input, Span span) implements Place {}
}
