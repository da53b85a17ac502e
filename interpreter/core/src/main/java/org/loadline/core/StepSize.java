package org.loadline.core;

import org.loadline.source.Span;

/** What a rounding word rounds to. */
public sealed interface StepSize {
  /** Whole numbers. */
  record Whole() implements StepSize {}

  /** A multiple of a positive quantity of the operand's unit. */
  record MultipleOf(Expr step, Span span) implements StepSize {}

  /** A whole number of decimal places, from -64 to 512. */
  record Places(Expr count, Span span) implements StepSize {}
}
