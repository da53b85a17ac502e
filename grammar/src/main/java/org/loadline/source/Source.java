package org.loadline.source;

import java.util.ArrayList;
import java.util.List;

/**
 * One text that policies are read from: a file, a module of the standard library, or a string.
 *
 * <p>Offsets count UTF-16 units from 0; lines and columns count from 1.
 */
public final class Source {
  private final String name;
  private final String text;
  private final int[] lineStarts;

  private Source(String name, String text) {
    this.name = name;
    this.text = text;
    this.lineStarts = lineStarts(text);
  }

  /** A source with the name shown to people, such as {@code desk/limits.risk}. */
  public static Source of(String name, String text) {
    return new Source(name, text);
  }

  public String name() {
    return name;
  }

  public String text() {
    return text;
  }

  /** The span from one offset (inclusive) to another (exclusive), clipped to the text. */
  public Span span(int start, int end) {
    int from = Math.clamp(start, 0, text.length());
    return new Span(this, from, Math.clamp(end, from, text.length()));
  }

  /** The line, from 1, that holds an offset. */
  public int line(int offset) {
    int low = 0;
    int high = lineStarts.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (lineStarts[middle] <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low + 1;
  }

  /** The column, from 1, of an offset in its line. */
  public int column(int offset) {
    return offset - lineStarts[line(offset) - 1] + 1;
  }

  public int lineCount() {
    return lineStarts.length;
  }

  /** The text of a line, counted from 1, without its line break. */
  public String lineText(int line) {
    int start = lineStarts[line - 1];
    int end = line < lineStarts.length ? lineStarts[line] : text.length();
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(start, end);
  }

  private static int[] lineStarts(String text) {
    List<Integer> starts = new ArrayList<>();
    starts.add(0);
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        starts.add(i + 1);
      }
    }
    return starts.stream().mapToInt(Integer::intValue).toArray();
  }

  @Override
  public String toString() {
    return name;
  }
}
