package org.loadline.check;

import org.loadline.source.Span;
import org.loadline.source.TextBrackets;

/** A piece of the author's text as it is shown inside a sentence: on one line, and not too long. */
final class Quote {
  private static final int MOST = 60;

  private Quote() {}

  /** "one cell", "3 cells". */
  static String cells(int number) {
    return number == 1 ? "one cell" : number + " cells";
  }

  static String of(Span span) {
    String text = TextBrackets.text(span);
    return text.length() <= MOST ? text : text.substring(0, MOST - 1) + "…";
  }
}
