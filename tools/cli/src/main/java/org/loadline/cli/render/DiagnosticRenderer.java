package org.loadline.cli.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.loadline.source.Diagnostic;
import org.loadline.source.Label;
import org.loadline.source.Source;
import org.loadline.source.Span;

/**
 * A diagnostic as text for people: its code and sentence, the lines it is about, values that the
 * sentence does not name, and the hint with the place.
 *
 * <p>{@code width} is the number of columns that lines of a source are cut to.
 */
public record DiagnosticRenderer(Ink ink, int width) {
  /** The columns that are used where no terminal says how many it has. */
  public static final int WIDTH = 100;

  private static final int LONGEST_SENTENCE = 1_000;
  private static final int LONGEST_VALUE = 200;

  /** The text, ending in a line break. */
  public String render(Diagnostic diagnostic) {
    return render(diagnostic, head(diagnostic));
  }

  /** The text with another first line. */
  String render(Diagnostic diagnostic, String head) {
    List<Label> labels = new ArrayList<>();
    labels.add(diagnostic.primary());
    labels.addAll(diagnostic.related());
    return head + "\n" + Excerpt.of(labels, ink, width) + values(diagnostic) + foot(diagnostic);
  }

  /** Values under the text that they are of; each label is a value. */
  public String renderValues(List<Label> values) {
    return Excerpt.ofValues(values, ink, width);
  }

  /** A sentence of any length, on one line. */
  String sentence(Diagnostic diagnostic) {
    return Glyphs.line(diagnostic.message(), LONGEST_SENTENCE);
  }

  private String head(Diagnostic diagnostic) {
    String code = diagnostic.code().code();
    String shown =
        switch (diagnostic.code().severity()) {
          case ERROR -> ink.error(code);
          case WARNING -> ink.warning(code + " (warning)");
        };
    return shown + ": " + ink.strong(sentence(diagnostic));
  }

  /** Values that neither a sentence nor a label says, each on a line. */
  private String values(Diagnostic diagnostic) {
    StringBuilder lines = new StringBuilder();
    for (Map.Entry<String, String> value : diagnostic.values().entrySet()) {
      if (!isSaid(diagnostic, value.getKey(), value.getValue())) {
        lines
            .append("  ")
            .append(Glyphs.line(value.getKey(), LONGEST_VALUE))
            .append(": ")
            .append(Glyphs.line(value.getValue(), LONGEST_VALUE))
            .append('\n');
      }
    }
    return lines.toString();
  }

  private static boolean isSaid(Diagnostic diagnostic, String name, String value) {
    String placeholder = "{" + name + "}";
    return diagnostic.code().message().contains(placeholder)
        || diagnostic.code().hint().contains(placeholder)
        || diagnostic.hint().contains(value)
        || diagnostic.span().text().contains(value.replace("`", ""))
        || diagnostic.related().stream().anyMatch(label -> label.text().equals(value));
  }

  private String foot(Diagnostic diagnostic) {
    String place = place(diagnostic.span());
    if (diagnostic.hint().isEmpty()) {
      return place.isEmpty() ? "" : ink.faint(place) + "\n";
    }
    String hint = Glyphs.line(diagnostic.hint(), LONGEST_SENTENCE);
    boolean fits = "Hint: ".length() + Glyphs.width(hint) + 3 + Glyphs.width(place) <= width;
    String where = place.isEmpty() ? "" : (fits ? "   " : "\n") + ink.faint(place);
    return ink.hint("Hint:") + " " + hint + where + "\n";
  }

  /** Where a span is; of a source without text, only its name. */
  private static String place(Span span) {
    Source source = span.source();
    return Glyphs.line(source.text().isEmpty() ? source.name() : span.place());
  }
}
