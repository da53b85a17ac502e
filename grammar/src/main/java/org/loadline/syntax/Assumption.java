package org.loadline.syntax;

import org.loadline.source.Span;

/** {@code assume condition}: holds for every value an input takes. */
public record Assumption(Expression condition, Span span) {}
