package org.loadline.core;

import java.util.Optional;
import org.loadline.source.Span;

/**
 * How much an entry moves: {@code value}, or {@code atMost} if that is less, rounded down to {@code
 * step}. It must lie on the steps of the places it changes; below zero it is a fault.
 */
public record Amount(Expr value, Optional<Expr> atMost, Optional<StepSize> step, Span span) {}
