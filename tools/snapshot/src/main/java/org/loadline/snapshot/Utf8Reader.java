package org.loadline.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The characters of a file in UTF-8, or a {@link FileRefusal} at the first byte that is none.
 *
 * <p>A byte order mark at the start is passed over.
 */
final class Utf8Reader extends Reader {
  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);

  /** How many bytes went before those in the buffer, and line breaks before the next character. */
  private long bytesBefore;

  private long lines;

  /** The second unit of a character whose first was asked for alone. */
  private String second = "";

  private boolean atStart = true;
  private boolean ended;

  Utf8Reader(InputStream in) {
    this.in = in;
  }

  /** The rest of a file, of which so many bytes and lines are passed over. */
  static Utf8Reader after(long bytes, long lines, InputStream in) throws IOException {
    in.skipNBytes(bytes);
    Utf8Reader rest = new Utf8Reader(in);
    rest.bytesBefore = bytes;
    rest.lines = lines;
    rest.atStart = bytes == 0;
    return rest;
  }

  /** How many bytes have been taken from the file. */
  long bytesRead() {
    return bytesBefore + bytes.limit();
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!second.isEmpty()) {
      into[offset] = second.charAt(0);
      second = "";
      return 1;
    }
    CharBuffer chars = CharBuffer.wrap(into, offset, length).slice();
    while (chars.position() == 0) {
      CoderResult result = decoder.decode(bytes, chars, ended);
      int count = chars.position();
      look(into, offset, count);
      if (result.isError()) {
        throw notUtf8();
      }
      if (count > 0) {
        return skipMark(into, offset, count, chars);
      }
      if (result.isOverflow()) {
        return half(into, offset);
      }
      if (ended) {
        return -1;
      }
      fill();
    }
    return chars.position();
  }

  /** Gives the first unit of a character of two, where there is room for one. */
  private int half(char[] into, int offset) {
    CharBuffer pair = CharBuffer.allocate(2);
    decoder.decode(bytes, pair, ended);
    into[offset] = pair.get(0);
    second = String.valueOf(pair.get(1));
    atStart = false;
    return 1;
  }

  private int skipMark(char[] into, int offset, int count, CharBuffer chars) throws IOException {
    if (!atStart) {
      return count;
    }
    atStart = false;
    if (into[offset] != '\uFEFF') {
      return count;
    }
    System.arraycopy(into, offset + 1, into, offset, count - 1);
    return count > 1 ? count - 1 : read(into, offset, chars.capacity());
  }

  private void look(char[] chars, int offset, int count) throws FileRefusal {
    for (int i = offset; i < offset + count; i++) {
      if (chars[i] == '\n') {
        lines++;
      } else if (chars[i] == 0) {
        int after =
            new String(chars, i, offset + count - i).getBytes(StandardCharsets.UTF_8).length;
        long at = bytesBefore + bytes.position() - after;
        throw new FileRefusal(
            FileProblem.ZERO_BYTE, lines + 1, Map.of("offset", Long.toString(at)));
      }
    }
  }

  private FileRefusal notUtf8() {
    String wrong = String.format("%02X", bytes.get(bytes.position()));
    String offset = Long.toString(bytesBefore + bytes.position());
    return new FileRefusal(
        FileProblem.NOT_UTF8, lines + 1, Map.of("byte", wrong, "offset", offset));
  }

  private void fill() throws IOException {
    bytesBefore += bytes.position();
    bytes.compact();
    int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
    if (count < 0) {
      ended = true;
    } else {
      bytes.position(bytes.position() + count);
    }
    bytes.flip();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
