package org.loadline.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Future;
import org.loadline.core.Program;

/**
 * Reads a CSV file as far as it is plain, in blocks of lines on several threads.
 *
 * <p>Blocks are taken in the order of the file, so nothing of it shows in the rows or in what is
 * said about them. The first block that is not plain, and all after it, are left to the parser.
 */
final class PlainRecords {
  private static final byte[] MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

  private final Form form;
  private final Path path;
  private final CsvRows rows;
  private final Program program;
  private final KnownRows known;
  private final Workers workers;
  private final Progress progress;

  /** The bytes of the file that have been taken, and those read after them. */
  private long taken;

  private byte[] rest = new byte[0];
  private boolean ended;

  /** How far the file was read. */
  record End(long bytes, boolean ofFile) {}

  private record Started(PlainBlock block, Future<Boolean> plain) {}

  PlainRecords(
      Form form,
      Path path,
      CsvRows rows,
      Program program,
      KnownRows known,
      Workers workers,
      Progress progress) {
    this.form = form;
    this.path = path;
    this.rows = rows;
    this.program = program;
    this.known = known;
    this.workers = workers;
    this.progress = progress;
  }

  End read() throws IOException {
    // System inputs have their one row already.
    if (form.entity().isEmpty()) {
      return new End(0, false);
    }
    try (InputStream in = Files.newInputStream(path)) {
      boolean all = readHeader(in) && (rows.isRefused() || readBlocks(in));
      return new End(taken, all);
    }
  }

  private boolean readHeader(InputStream in) throws IOException {
    byte[] first = fill(in);
    int length = lines(first);
    int end = 0;
    while (end < length && first[end] != '\n') {
      end++;
    }
    if (end == length) {
      return false;
    }
    int start = Arrays.mismatch(first, MARK) == MARK.length ? MARK.length : 0;
    int stop = end > start && first[end - 1] == '\r' ? end - 1 : end;
    String header = text(first, start, stop);
    if (header.isEmpty() || header.chars().anyMatch(c -> "\"\r\0".indexOf(c) >= 0)) {
      return false;
    }
    rows.takeHeader(List.of(header.split(",", -1)));
    taken = end + 1L;
    rest = Arrays.copyOfRange(first, end + 1, first.length);
    return true;
  }

  /** The text of some bytes; empty if they are none. */
  private static String text(byte[] bytes, int start, int end) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, start, end - start))
          .toString();
    } catch (CharacterCodingException none) {
      return "";
    }
  }

  private boolean readBlocks(InputStream in) throws IOException {
    Deque<Started> started = new ArrayDeque<>();
    while (true) {
      byte[] bytes = fill(in);
      int length = lines(bytes);
      if (length > 0) {
        boolean only = ended && started.isEmpty();
        PlainBlock block = block(bytes, length);
        started.add(new Started(block, only ? Workers.here(block) : workers.start(block)));
        rest = Arrays.copyOfRange(bytes, length, bytes.length);
      }
      boolean full = started.size() > workers.threads();
      while (!started.isEmpty() && (full || ended || length == 0)) {
        if (!take(started.remove())) {
          return false;
        }
        full = false;
      }
      if (ended || length == 0) {
        progress.read(form.file(), rows.rowsRead(), taken);
        return ended && rest.length == 0;
      }
    }
  }

  private PlainBlock block(byte[] bytes, int length) {
    BlockInput input = new BlockInput(form, program, known);
    return new PlainBlock(bytes, length, input, new CsvRecord(input, rows.columns()));
  }

  private boolean take(Started started) throws IOException {
    if (!Workers.of(started.plain)) {
      return false;
    }
    PlainBlock block = started.block;
    if (rows.rowsRead() == 0) {
      long likely = (Files.size(path) / block.length() + 1) * block.rows();
      rows.input().rows().reserve((int) Math.min(likely, Integer.MAX_VALUE / 2));
    }
    rows.take(block);
    taken += block.length();
    progress.read(form.file(), rows.rowsRead(), taken);
    return true;
  }

  /** What is left and the bytes after it, up to the size of a block. */
  private byte[] fill(InputStream in) throws IOException {
    byte[] bytes = Arrays.copyOf(rest, workers.block());
    int count = in.readNBytes(bytes, rest.length, workers.block() - rest.length) + rest.length;
    ended = count < workers.block();
    return ended ? Arrays.copyOf(bytes, count) : bytes;
  }

  /** How many of the bytes are whole lines; at the end of the file the last needs no line break. */
  private int lines(byte[] bytes) {
    int length = bytes.length;
    while (!ended && length > 0 && bytes[length - 1] != '\n') {
      length--;
    }
    return length;
  }
}
