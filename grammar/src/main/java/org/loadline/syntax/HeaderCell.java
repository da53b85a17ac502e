package org.loadline.syntax;

import java.util.Optional;
import org.loadline.source.Span;

/**
 * The head of a column: its name and, if written, its type. In a grid it is a key value.
 *
 * <p>{@code cell} is the head read as an ordinary cell, which is what a grid needs.
 */
public record HeaderCell(String text, Optional<TypeExpression> type, Cell cell, Span span) {}
