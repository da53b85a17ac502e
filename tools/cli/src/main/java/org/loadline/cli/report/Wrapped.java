package org.loadline.cli.report;

import java.util.ArrayList;
import java.util.List;
import org.loadline.cli.render.Glyphs;
import org.loadline.cli.render.Ink;

/** Prose broken into lines between words. */
final class Wrapped {
  private Wrapped() {}

  /** Lines of at most a width where words allow; those after the first stand two further in. */
  static List<String> lines(String text, int indent, int width) {
    return inked(Glyphs.line(text), indent, width);
  }

  /** The same for a text that is coloured already, of which the colours take no room. */
  static List<String> inked(String text, int indent, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(" ".repeat(indent));
    int used = indent;
    boolean empty = true;
    for (String word : text.split(" ")) {
      int length = Glyphs.width(Ink.without(word));
      if (!empty && used + 1 + length > width) {
        lines.add(line.toString());
        line = new StringBuilder(" ".repeat(indent + 2));
        used = indent + 2;
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      used += length + (empty ? 0 : 1);
      empty = false;
    }
    lines.add(line.toString());
    return lines;
  }
}
