package org.loadline.diff;

import java.util.Arrays;
import java.util.List;
import org.loadline.source.Span;

/** What an author wrote: a definition, a part of one, or a cell. */
public record Wording(Span span) {

  /** On one line, without comments' layout or the depth at which it stood. */
  public String line() {
    return span.text().replaceAll("\\s+", " ").strip();
  }

  /** As it was laid out, moved to the left as far as all of it goes; no line is empty at an end. */
  public List<String> lines() {
    String indented = " ".repeat(span.column() - 1) + span.text();
    return Arrays.asList(indented.stripTrailing().stripIndent().split("\\R"));
  }

  /** Where it stands: {@code policy.risk:12}. */
  public String place() {
    return span.source().name() + ":" + span.line();
  }

  @Override
  public String toString() {
    return line();
  }
}
