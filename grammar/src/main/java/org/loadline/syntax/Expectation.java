package org.loadline.syntax;

import org.loadline.source.Span;

/**
 * What a test expects: a condition that holds, or an expression that faults; or a waterfall that is
 * run, so that what stands below it speaks of the snapshot after.
 */
public sealed interface Expectation {
  Span span();

  /** {@code expect alice.equity = 0}. */
  record Holds(Expression condition, Span span) implements Expectation {}

  /** {@code expect fault alice.health}. */
  record Faults(Expression expression, Span span) implements Expectation {}

  /** {@code run liquidation}. */
  record Run(Name waterfall, Span span) implements Expectation {}
}
