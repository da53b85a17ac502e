package org.loadline.parser;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;
import org.loadline.source.Source;

/** The text of a source as ANTLR reads it: in UTF-16 units, so that offsets are those of spans. */
final class SourceCharStream implements CharStream {
  private final Source source;
  private final String text;
  private int position;

  SourceCharStream(Source source) {
    this.source = source;
    this.text = source.text();
  }

  @Override
  public void consume() {
    if (position >= text.length()) {
      throw new IllegalStateException("nothing follows the end of the text");
    }
    position++;
  }

  @Override
  public int LA(int distance) {
    int index = distance > 0 ? position + distance - 1 : position + distance;
    boolean outside = distance == 0 || index < 0 || index >= text.length();
    return outside ? IntStream.EOF : text.charAt(index);
  }

  @Override
  public int mark() {
    return 0;
  }

  @Override
  public void release(int marker) {}

  @Override
  public int index() {
    return position;
  }

  @Override
  public void seek(int index) {
    position = Math.min(index, text.length());
  }

  @Override
  public int size() {
    return text.length();
  }

  @Override
  public String getSourceName() {
    return source.name();
  }

  @Override
  public String getText(Interval interval) {
    int end = Math.min(interval.b + 1, text.length());
    return interval.a >= end ? "" : text.substring(interval.a, end);
  }
}
