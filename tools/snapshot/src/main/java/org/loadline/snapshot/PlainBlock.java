package org.loadline.snapshot;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;

/**
 * Whole lines of a CSV file, if each is a record as plain as can be: as many cells as the header,
 * none in quotes, nothing but characters of UTF-8.
 *
 * <p>Most files are nothing else. Where one of these does not hold, nothing is said about the
 * block: it is left to the parser.
 */
final class PlainBlock implements Callable<Boolean> {
  /** A line this long may hold a cell that is too long. */
  private static final int LONGEST_LINE = 1 << 15;

  private static final int PIECE = 1 << 11;

  private final byte[] bytes;
  private final int length;
  private final BlockInput input;
  private final CsvRecord record;
  private int rows;

  PlainBlock(byte[] bytes, int length, BlockInput input, CsvRecord record) {
    this.bytes = bytes;
    this.length = length;
    this.input = input;
    this.record = record;
  }

  int length() {
    return length;
  }

  /** How many rows were read; each is one line. */
  int rows() {
    return rows;
  }

  BlockInput input() {
    return input;
  }

  /** Reads the block; whether all of it was plain. */
  @Override
  public Boolean call() {
    char[] chars = new char[length + 1];
    int end = length;
    if (!widen(chars)) {
      CharBuffer into = CharBuffer.wrap(chars, 0, length);
      if (decoder().decode(ByteBuffer.wrap(bytes, 0, length), into, true).isError()) {
        return false;
      }
      end = into.position();
    }
    if (end > 0 && chars[end - 1] != '\n') {
      chars[end++] = '\n';
    }
    return readLines(chars, end);
  }

  private static CharsetDecoder decoder() {
    return StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /** Takes bytes as characters; whether all are. Piece by piece, so that it is compiled early. */
  private boolean widen(char[] chars) {
    boolean ascii = true;
    for (int start = 0; start < length && ascii; start += PIECE) {
      ascii = widen(bytes, chars, start, Math.min(start + PIECE, length));
    }
    return ascii;
  }

  private static boolean widen(byte[] bytes, char[] chars, int start, int end) {
    int all = 0;
    for (int at = start; at < end; at++) {
      all |= bytes[at];
      chars[at] = (char) bytes[at];
    }
    return all >= 0;
  }

  private boolean readLines(char[] chars, int end) {
    int line = 0;
    while (line < end) {
      int next = readLine(chars, line);
      if (next < 0 || next - line > LONGEST_LINE) {
        return false;
      }
      line = next;
    }
    return true;
  }

  /** Reads a record and returns where the next one begins, or -1 if it is not a plain one. */
  private int readLine(char[] chars, int line) {
    int row = input.rows().add();
    int column = 0;
    int start = line;
    for (int at = line; ; at++) {
      char c = chars[at];
      if (c > ',') {
        continue;
      }
      switch (c) {
        case ',' -> {
          record.put(row, column++, new Slice(chars, start, at - start));
          start = at + 1;
        }
        case '\n' -> {
          int stop = at > line && chars[at - 1] == '\r' ? at - 1 : at;
          if (stop == line || column != record.width() - 1) {
            return -1;
          }
          record.put(row, column, new Slice(chars, start, stop - start));
          record.end(row);
          rows++;
          return at + 1;
        }
        case '\r' -> {
          if (chars[at + 1] != '\n') {
            return -1;
          }
        }
        case '"', 0 -> {
          return -1;
        }
        default -> {}
      }
    }
  }
}
