package org.loadline.syntax;

import org.loadline.source.Span;

/** One key of an order: {@code profit descending}. */
public record OrderKey(Expression key, boolean descending, Span span) {}
