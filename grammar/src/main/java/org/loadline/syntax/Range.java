package org.loadline.syntax;

import org.loadline.source.Span;

/** {@code a .. b}; both ends belong to it. */
public record Range(Expression from, Expression to, Span span) {}
