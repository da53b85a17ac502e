package org.loadline.syntax;

import java.util.List;
import org.loadline.source.Span;

/** The limits of one column of a table. */
public record ColumnLimits(Name column, List<Limit> limits, Span span) {
  public ColumnLimits {
    limits = List.copyOf(limits);
  }
}
