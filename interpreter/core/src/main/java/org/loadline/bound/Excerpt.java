package org.loadline.bound;

import org.loadline.source.Span;

/** A piece of the text as it is quoted in a sentence: on one line, and short. */
final class Excerpt {
  private static final int LONGEST = 40;

  private Excerpt() {}

  static String of(Span span) {
    String line = span.text().replaceAll("\\s+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }
}
