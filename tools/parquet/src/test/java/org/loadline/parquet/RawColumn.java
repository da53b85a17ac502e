package org.loadline.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** A column as other programs write it: required, plain, of any type that the format has. */
record RawColumn(
    String name, int physical, int width, Consumer<ThriftWriter> logical, byte[] values) {
  static final int INT32 = 1;
  static final int INT64 = 2;
  static final int FLOAT = 4;
  static final int DOUBLE = 5;
  static final int BINARY = 6;
  static final int FIXED = 7;

  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

  static RawColumn texts(String name, String... texts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (String text : texts) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      bytes.writeBytes(little(4, b -> b.putInt(utf8.length)));
      bytes.writeBytes(utf8);
    }
    return new RawColumn(
        name, BINARY, 0, out -> out.number(6, 0).begin(10).empty(1).end(), bytes.toByteArray());
  }

  static RawColumn decimals(
      String name, int physical, int width, int precision, int scale, byte[] values) {
    return new RawColumn(
        name,
        physical,
        width,
        out ->
            out.number(6, 5)
                .number(7, scale)
                .number(8, precision)
                .begin(10)
                .begin(5)
                .number(1, scale)
                .number(2, precision)
                .end()
                .end(),
        values);
  }

  static RawColumn plain(String name, int physical, byte[] values) {
    return new RawColumn(name, physical, 0, out -> {}, values);
  }

  static byte[] little(int size, UnaryOperator<ByteBuffer> put) {
    return put.apply(ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN)).array();
  }

  /** A file of these columns in one row group, a page each. */
  static byte[] file(int rows, List<RawColumn> columns) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(MAGIC);
    ThriftWriter group = new ThriftWriter();
    group.number(1, 1);
    group.structures(
        2,
        IntStream.rangeClosed(0, columns.size()).boxed().toList(),
        (schema, at) -> {
          if (at == 0) {
            schema.text(4, "schema").number(5, columns.size());
          } else {
            RawColumn column = columns.get(at - 1);
            schema.number(1, column.physical);
            if (column.width > 0) {
              schema.number(2, column.width);
            }
            schema.number(3, 0).text(4, column.name);
            column.logical.accept(schema);
          }
        });
    group.number(3, (long) rows);
    group.structures(
        4,
        List.of(rows),
        (thrift, count) ->
            thrift
                .structures(1, columns, (chunk, column) -> chunk(chunk, column, rows, out))
                .number(2, (long) out.size())
                .number(3, (long) rows));
    byte[] footer = group.bytes();
    out.writeBytes(footer);
    out.writeBytes(little(4, b -> b.putInt(footer.length)));
    out.writeBytes(MAGIC);
    return out.toByteArray();
  }

  private static void chunk(
      ThriftWriter chunk, RawColumn column, int rows, ByteArrayOutputStream out) {
    long start = out.size();
    int size = column.values.length;
    ThriftWriter header = new ThriftWriter();
    header.number(1, 0).number(2, size).number(3, size);
    header.begin(5).number(1, rows).number(2, 0).number(3, 3).number(4, 3).end();
    out.writeBytes(header.bytes());
    out.writeBytes(column.values);
    long bytes = out.size() - start;
    chunk
        .number(2, start)
        .begin(3)
        .number(1, column.physical)
        .numbers(2, List.of(0, 3))
        .texts(3, List.of(column.name))
        .number(4, 0)
        .number(5, (long) rows)
        .number(6, bytes)
        .number(7, bytes)
        .number(9, start)
        .end();
  }
}
