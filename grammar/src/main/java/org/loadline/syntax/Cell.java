package org.loadline.syntax;

import org.loadline.source.Span;

/** A cell of a table: a value or a bound, never code. */
public sealed interface Cell {
  Span span();

  /**
   * A number, percentage, date, instant, quoted text, flag, {@code none}: a literal. The sign of a
   * number belongs to its value, here and in bounds.
   */
  record Scalar(Expression literal, Span span) implements Cell {}

  /** Bare words: a member of a choice, a key, {@code unlimited}, or text, by the column's type. */
  record Words(String text, Span span) implements Cell {}

  /** {@code below x}: up to x, without it. */
  record Below(Expression bound, Span span) implements Cell {}

  /** {@code up to x}: up to x, with it. */
  record UpTo(Expression bound, Span span) implements Cell {}

  /** {@code from x}: x and above, until the next row. */
  record From(Expression bound, Span span) implements Cell {}

  /** {@code from x below y}. */
  record FromBelow(Expression from, Expression below, Span span) implements Cell {}

  /** {@code a .. b}, both ends included. */
  record Between(Expression from, Expression to, Span span) implements Cell {}

  /** {@code otherwise}: whatever no row above takes. */
  record Otherwise(Span span) implements Cell {}

  /** {@code -} in a symmetric grid: the pair stands on the other side of the diagonal. */
  record OtherSide(Span span) implements Cell {}
}
