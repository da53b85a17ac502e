package org.loadline.syntax;

import org.loadline.source.Span;

/** A name as written, with its place. */
public record Name(String text, Span span) {
  @Override
  public String toString() {
    return text;
  }
}
