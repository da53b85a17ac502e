package org.loadline.cli.report;

import java.util.ArrayList;
import java.util.List;
import org.loadline.cli.render.Glyphs;

/** Prose broken into lines between words. */
final class Wrapped {
  private Wrapped() {}

  /** Lines of at most a width where words allow; those after the first stand two further in. */
  static List<String> lines(String text, int indent, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(" ".repeat(indent));
    boolean empty = true;
    for (String word : Glyphs.line(text).split(" ")) {
      if (!empty && Glyphs.width(line.toString()) + 1 + Glyphs.width(word) > width) {
        lines.add(line.toString());
        line = new StringBuilder(" ".repeat(indent + 2));
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    lines.add(line.toString());
    return lines;
  }
}
