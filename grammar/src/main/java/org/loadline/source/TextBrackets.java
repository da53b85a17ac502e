package org.loadline.source;

/** Places in a text that do not cut brackets in two, and what they say. */
public final class TextBrackets {
  private TextBrackets() {}

  /**
   * The text of a place on one line, without the blanks and remarks between its words. Brackets
   * that the place cuts in two are made whole.
   */
  public static String text(Span span) {
    return whole(span).text().replaceAll("//[^\n]*", " ").replaceAll("\\s+", " ").strip();
  }

  /**
   * The place, made longer where it holds one bracket of a pair: the place of {@code a * (b + c)}
   * may end before the bracket.
   */
  public static Span whole(Span span) {
    String text = span.source().text();
    int open = 0;
    int unopened = 0;
    for (int at = span.start(); at < span.end(); at++) {
      if (text.charAt(at) == '(') {
        open++;
      } else if (text.charAt(at) == ')' && open > 0) {
        open--;
      } else if (text.charAt(at) == ')') {
        unopened++;
      }
    }
    int end = span.end();
    while (open > 0 && closesAt(text, end)) {
      end = text.indexOf(')', end) + 1;
      open--;
    }
    int start = span.start();
    while (unopened > 0 && opensBefore(text, start)) {
      start = text.lastIndexOf('(', start - 1);
      unopened--;
    }
    return span.source().span(start, end);
  }

  private static boolean closesAt(String text, int end) {
    int bracket = text.indexOf(')', end);
    return bracket >= 0 && text.substring(end, bracket).isBlank();
  }

  private static boolean opensBefore(String text, int start) {
    int bracket = start == 0 ? -1 : text.lastIndexOf('(', start - 1);
    return bracket >= 0 && text.substring(bracket + 1, start).isBlank();
  }
}
