package org.loadline.syntax;

import org.loadline.source.Span;

/** What a number is a multiple of: {@code 0.01 USD}, {@code market.lot}, or {@code 18 places}. */
public sealed interface Step {
  Span span();

  /** A quantity. */
  record Of(Expression size, Span span) implements Step {}

  /** A number of decimal places, of whatever unit. */
  record Places(Expression count, Span span) implements Step {}
}
