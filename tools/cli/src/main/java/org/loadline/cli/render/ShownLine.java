package org.loadline.cli.render;

import org.loadline.source.Source;
import org.loadline.source.Span;

/**
 * As much of a line of a source as fits, and the column that each place in it is shown at.
 *
 * <p>Of a line that is too long, what stands around the focus is shown, between two {@code …}.
 */
final class ShownLine {
  private final String text;
  private final int start;
  private final int[] columns;

  private ShownLine(String text, int start, int[] columns) {
    this.text = text;
    this.start = start;
    this.columns = columns;
  }

  /** The line that a span starts in. */
  static ShownLine of(Span focus, int width) {
    Source source = focus.source();
    String text = source.text();
    int first = focus.start() - (focus.column() - 1);
    int end = lineEnd(text, focus.start());
    int begin = first;
    if (focus.start() - first > width * 3 / 4 && end - first > width) {
      begin = Math.max(first, focus.start() - width / 3);
      if (Character.isLowSurrogate(text.charAt(begin))) {
        begin--;
      }
    }
    return make(text, begin, end, begin > first, width);
  }

  private static ShownLine make(String text, int begin, int end, boolean cut, int width) {
    StringBuilder shown = new StringBuilder(cut ? "…" : "");
    int[] columns = new int[Math.min(end - begin, width) + 2];
    int column = shown.length();
    int at = begin;
    while (at < end) {
      int character = text.codePointAt(at);
      String glyph = Glyphs.shown(character, column);
      int glyphWidth = Glyphs.width(glyph);
      if (column + glyphWidth > width || at - begin + 2 >= columns.length) {
        break;
      }
      for (int i = 0; i < Character.charCount(character); i++) {
        columns[at - begin + i] = column;
      }
      shown.append(glyph);
      column += glyphWidth;
      at += Character.charCount(character);
    }
    if (at < end) {
      shown.append("…");
    }
    int[] exact = new int[at - begin + 1];
    System.arraycopy(columns, 0, exact, 0, at - begin);
    exact[at - begin] = column;
    return new ShownLine(shown.toString().stripTrailing(), begin, exact);
  }

  private static int lineEnd(String text, int from) {
    int end = text.indexOf('\n', from);
    if (end < 0) {
      end = text.length();
    }
    while (end > from && text.charAt(end - 1) == '\r') {
      end--;
    }
    return end;
  }

  String text() {
    return text;
  }

  /** The column, from 0, at which the character at an offset is shown; at the edge if it isn't. */
  int column(int offset) {
    return columns[Math.clamp(offset - start, 0, columns.length - 1)];
  }
}
