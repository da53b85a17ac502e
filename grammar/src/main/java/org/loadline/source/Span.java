package org.loadline.source;

/**
 * A stretch of a source: from {@code start} (inclusive) to {@code end} (exclusive), in UTF-16
 * units.
 *
 * <p>Spans take part in the equality of the forms that hold them: two trees of the same text at
 * different places differ.
 */
public record Span(Source source, int start, int end) {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("a span runs forward: " + start + " to " + end);
    }
  }

  /** The text that the span covers. */
  public String text() {
    return source.text().substring(start, end);
  }

  /** The smallest span that covers both; both lie in one source. */
  public Span to(Span other) {
    return new Span(source, Math.min(start, other.start), Math.max(end, other.end));
  }

  public int line() {
    return source.line(start);
  }

  public int column() {
    return source.column(start);
  }

  /** {@code file:line:column}, as editors understand it. */
  public String place() {
    return source.name() + ":" + line() + ":" + column();
  }

  @Override
  public String toString() {
    return place();
  }
}
