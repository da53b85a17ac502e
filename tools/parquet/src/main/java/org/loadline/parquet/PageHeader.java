package org.loadline.parquet;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * How long a page and its header are, and how many values it holds; none if it is no page of data.
 */
record PageHeader(int headerBytes, int pageBytes, int values) {
  private static final int DEEPEST = 20;

  private static final int COMPRESSED_SIZE = 3;
  private static final int DATA_PAGE = 5;
  private static final int DATA_PAGE_2 = 8;

  /** Reads a header in the compact protocol of Thrift; too few bytes are an underflow. */
  static PageHeader read(ByteBuffer bytes) throws IOException {
    int start = bytes.position();
    int size = -1;
    int values = 0;
    int last = 0;
    for (int head = bytes.get(); head != 0; head = bytes.get()) {
      last = field(head, last, bytes);
      int type = head & 0xF;
      if (last == COMPRESSED_SIZE) {
        size = (int) zigzag(bytes);
      } else if ((last == DATA_PAGE || last == DATA_PAGE_2) && type == 12) {
        values = values(bytes);
      } else {
        skip(type, bytes, 0);
      }
    }
    if (size < 0 || values < 0) {
      throw new IOException("a page has no size");
    }
    return new PageHeader(bytes.position() - start, size, values);
  }

  /** The first field of a structure, the number of values. */
  private static int values(ByteBuffer bytes) throws IOException {
    int values = -1;
    int last = 0;
    for (int head = bytes.get(); head != 0; head = bytes.get()) {
      last = field(head, last, bytes);
      if (last == 1) {
        values = (int) zigzag(bytes);
      } else {
        skip(head & 0xF, bytes, 0);
      }
    }
    return values;
  }

  private static int field(int head, int last, ByteBuffer bytes) throws IOException {
    int delta = head >> 4 & 0xF;
    return delta == 0 ? (int) zigzag(bytes) : last + delta;
  }

  private static void skip(int type, ByteBuffer bytes, int depth) throws IOException {
    if (depth > DEEPEST) {
      throw new IOException("the header of a page is nested too deep");
    }
    switch (type) {
      case 1, 2 -> {}
      case 3 -> bytes.get();
      case 4, 5, 6 -> varint(bytes);
      case 7 -> bytes.getLong();
      case 8 -> pass((int) varint(bytes), bytes);
      case 9, 10 -> {
        int head = bytes.get();
        int count = head >> 4 & 0xF;
        long size = count == 15 ? varint(bytes) : count;
        for (long at = 0; at < size; at++) {
          skip((head & 0xF) <= 2 ? 3 : head & 0xF, bytes, depth + 1);
        }
      }
      case 12 -> {
        int last = 0;
        for (int head = bytes.get(); head != 0; head = bytes.get()) {
          last = field(head, last, bytes);
          skip(head & 0xF, bytes, depth + 1);
        }
      }
      default -> throw new IOException("the header of a page is damaged");
    }
  }

  private static void pass(int count, ByteBuffer bytes) {
    if (count < 0 || count > bytes.remaining()) {
      throw new BufferUnderflowException();
    }
    bytes.position(bytes.position() + count);
  }

  private static long zigzag(ByteBuffer bytes) throws IOException {
    long value = varint(bytes);
    return value >>> 1 ^ -(value & 1);
  }

  private static long varint(ByteBuffer bytes) throws IOException {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      int part = bytes.get();
      value |= (part & 0x7FL) << shift;
      if (part >= 0) {
        return value;
      }
    }
    throw new IOException("a number in the header of a page is too long");
  }
}
