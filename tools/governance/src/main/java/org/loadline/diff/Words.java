package org.loadline.diff;

import java.util.List;
import java.util.regex.Pattern;
import org.loadline.source.Span;

/** What is written without how it is laid out: no comments, no blanks but between words. */
final class Words {
  private static final Pattern TEXT_OR_COMMENT =
      Pattern.compile("(\"(?:[^\"\\\\\\n]|\\\\.)*\")|//[^\\n]*");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern LOOSE = Pattern.compile(" ?([^\\w ]) ?");

  private Words() {}

  static String of(Span span) {
    String bare =
        TEXT_OR_COMMENT
            .matcher(span.text())
            .replaceAll(
                m ->
                    m.group(1) == null ? "" : java.util.regex.Matcher.quoteReplacement(m.group(1)));
    return LOOSE.matcher(BLANKS.matcher(bare).replaceAll(" ").strip()).replaceAll("$1");
  }

  static List<String> of(List<Span> spans) {
    return spans.stream().map(Words::of).toList();
  }
}
