package org.loadline.page.kit;

import org.loadline.source.Visible;

/**
 * Text that Markdown takes for text, on one line: it can't become markup, a link or a mention, in a
 * forum or on GitHub.
 */
final class Escaped {
  private static final String SPECIAL = "\\`*_[]<>#&~$";

  /** Keeps a name after it from being called. */
  private static final String WORD_JOINER = "\u2060";

  private Escaped() {}

  /** Words. */
  static String text(String text) {
    StringBuilder escaped = new StringBuilder();
    for (char c : oneLine(text).toCharArray()) {
      if (SPECIAL.indexOf(c) >= 0) {
        escaped.append('\\');
      }
      escaped.append(c);
      if (c == '@') {
        escaped.append(WORD_JOINER);
      }
    }
    return escaped.toString().replace("://", "\\://").replace("www.", "www\\.");
  }

  /** A name, a value or a piece of a policy. */
  static String code(String text) {
    String line = oneLine(text);
    if (line.isBlank()) {
      return "` `";
    }
    String fence = "`".repeat(longestRun(line) + 1);
    boolean touches = line.startsWith("`") || line.endsWith("`");
    String padding = touches ? " " : "";
    return fence + padding + line + padding + fence;
  }

  /** Words within HTML. */
  static String summary(String text) {
    return Markup.of(Element.of("summary", oneLine(text)));
  }

  static String oneLine(String text) {
    return Visible.lines(text.replaceAll("\\s+", " "));
  }

  /** How many backticks stand in a row at most. */
  static int longestRun(String text) {
    int longest = 0;
    int run = 0;
    for (int at = 0; at < text.length(); at++) {
      run = text.charAt(at) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
