package org.loadline.parquet;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import org.loadline.snapshot.TypedColumn;

/** The values of some rows of a column, plain, and before them which of them there are. */
final class PageWriter {
  private final ByteArrayOutputStream values = new ByteArrayOutputStream();
  private final byte[] present;
  private final int rows;
  private int count;
  private int flags;
  private int flagCount;

  private PageWriter(int rows) {
    this.rows = rows;
    this.present = new byte[(rows + 7) / 8];
  }

  /** The bytes of rows from {@code first} to before {@code end}. */
  static byte[] page(TypedColumn column, int first, int end) {
    PageWriter page = new PageWriter(end - first);
    for (int row = first; row < end; row++) {
      if (page.put(column, row)) {
        page.present[(row - first) / 8] |= (byte) (1 << (row - first) % 8);
        page.count++;
      }
    }
    return page.bytes();
  }

  /** Puts the value of a row, if there is one. */
  private boolean put(TypedColumn column, int row) {
    return switch (column) {
      case TypedColumn.Texts(String name, var cells) -> {
        Optional<String> text = cells.apply(row);
        text.ifPresent(this::text);
        yield text.isPresent();
      }
      case TypedColumn.Flags(String name, var cells) -> {
        Optional<Boolean> flag = cells.apply(row);
        flag.ifPresent(this::flag);
        yield flag.isPresent();
      }
      case TypedColumn.Days(String name, var cells) -> {
        OptionalLong day = cells.apply(row);
        day.ifPresent(value -> number(Math.toIntExact(value), Integer.BYTES));
        yield day.isPresent();
      }
      case TypedColumn.Moments(String name, var cells) -> {
        OptionalLong moment = cells.apply(row);
        moment.ifPresent(value -> number(value, Long.BYTES));
        yield moment.isPresent();
      }
      case TypedColumn.Decimals decimals -> {
        Optional<BigInteger> unscaled = decimals.cells().apply(row);
        unscaled.ifPresent(value -> decimal(value, ColumnForm.width(decimals)));
        yield unscaled.isPresent();
      }
    };
  }

  private void text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    number(bytes.length, Integer.BYTES);
    values.writeBytes(bytes);
  }

  private void flag(boolean value) {
    flags |= (value ? 1 : 0) << flagCount++;
    if (flagCount == 8) {
      endFlags();
    }
  }

  private void endFlags() {
    if (flagCount > 0) {
      values.write(flags);
      flags = 0;
      flagCount = 0;
    }
  }

  private void number(long value, int bytes) {
    for (int at = 0; at < bytes; at++) {
      values.write((int) (value >>> at * 8));
    }
  }

  /** In one long if it fits, else in two's complement of a fixed width, the highest byte first. */
  private void decimal(BigInteger unscaled, int width) {
    if (width == 0) {
      number(unscaled.longValueExact(), Long.BYTES);
      return;
    }
    byte[] bytes = new byte[width];
    byte[] digits = unscaled.toByteArray();
    Arrays.fill(bytes, (byte) (unscaled.signum() < 0 ? -1 : 0));
    System.arraycopy(digits, 0, bytes, width - digits.length, digits.length);
    values.writeBytes(bytes);
  }

  private byte[] bytes() {
    endFlags();
    ByteArrayOutputStream levels = new ByteArrayOutputStream();
    if (count == rows || count == 0) {
      varint(levels, rows << 1);
      levels.write(count == 0 ? 0 : 1);
    } else {
      varint(levels, present.length << 1 | 1);
      levels.writeBytes(present);
    }
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    for (int at = 0; at < Integer.BYTES; at++) {
      page.write(levels.size() >>> at * 8);
    }
    page.writeBytes(levels.toByteArray());
    page.writeBytes(values.toByteArray());
    return page.toByteArray();
  }

  private static void varint(ByteArrayOutputStream out, int value) {
    int rest = value;
    while (rest > 0x7F) {
      out.write(rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }
}
