package org.loadline.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BiConsumer;

/** Writes a structure in the compact protocol of Thrift, in which Parquet describes itself. */
final class ThriftWriter {
  private static final int TRUE = 1;
  private static final int INT = 5;
  private static final int LONG = 6;
  private static final int BINARY = 8;
  private static final int LIST = 9;
  private static final int STRUCT = 12;
  private static final int SHORT_LIST = 15;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Deque<Integer> outer = new ArrayDeque<>();
  private int last;

  byte[] bytes() {
    out.write(0);
    return out.toByteArray();
  }

  ThriftWriter number(int field, int value) {
    field(field, INT);
    zigzag(value);
    return this;
  }

  ThriftWriter number(int field, long value) {
    field(field, LONG);
    zigzag(value);
    return this;
  }

  ThriftWriter truth(int field) {
    field(field, TRUE);
    return this;
  }

  ThriftWriter text(int field, String value) {
    field(field, BINARY);
    text(value);
    return this;
  }

  /** Opens a structure inside this one; {@link #end} closes it. */
  ThriftWriter begin(int field) {
    field(field, STRUCT);
    open();
    return this;
  }

  ThriftWriter end() {
    out.write(0);
    last = outer.pop();
    return this;
  }

  ThriftWriter empty(int field) {
    return begin(field).end();
  }

  ThriftWriter numbers(int field, List<Integer> values) {
    list(field, INT, values.size());
    values.forEach(this::zigzag);
    return this;
  }

  ThriftWriter texts(int field, List<String> values) {
    list(field, BINARY, values.size());
    values.forEach(this::text);
    return this;
  }

  <T> ThriftWriter structures(int field, List<T> values, BiConsumer<ThriftWriter, T> each) {
    list(field, STRUCT, values.size());
    for (T value : values) {
      open();
      each.accept(this, value);
      end();
    }
    return this;
  }

  private void open() {
    outer.push(last);
    last = 0;
  }

  private void field(int field, int type) {
    out.write((field - last) << 4 | type);
    last = field;
  }

  private void list(int field, int type, int size) {
    field(field, LIST);
    if (size < SHORT_LIST) {
      out.write(size << 4 | type);
    } else {
      out.write(SHORT_LIST << 4 | type);
      varint(size);
    }
  }

  private void text(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    varint(bytes.length);
    out.writeBytes(bytes);
  }

  private void zigzag(long value) {
    varint(value << 1 ^ value >> 63);
  }

  private void varint(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.write((int) (rest & 0x7F | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}
