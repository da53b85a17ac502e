package org.loadline.core;

import java.util.List;
import org.loadline.source.Span;
import org.loadline.values.Value;

/** One row of an {@code examples} block: what each column should be. */
public record ExampleRow(String subject, List<Check> checks, Span span) {
  public ExampleRow {
    checks = List.copyOf(checks);
  }

  /** A column that is worked out and the value written for it. */
  public record Check(String column, Expr actual, int slots, Value expected, Span span) {}
}
