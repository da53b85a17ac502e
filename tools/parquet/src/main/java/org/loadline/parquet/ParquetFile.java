package org.loadline.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.loadline.snapshot.TypedColumn;

/**
 * Writes a table as a Parquet file: every column optional, plain and uncompressed, so that the same
 * table gives the same bytes everywhere.
 */
final class ParquetFile {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final int GROUP_ROWS = 1 << 16;
  private static final int PLAIN = 0;
  private static final int RUNS = 3;

  private final List<TypedColumn> columns;
  private final int rows;
  private long written;

  private record Chunk(TypedColumn column, long start, long size, int rows) {}

  private record Group(List<Chunk> chunks, int rows) {
    long size() {
      return chunks.stream().mapToLong(Chunk::size).sum();
    }
  }

  ParquetFile(List<TypedColumn> columns, int rows) {
    this.columns = columns;
    this.rows = rows;
  }

  void write(OutputStream out) throws IOException {
    put(MAGIC, out);
    List<Group> groups = new ArrayList<>();
    for (int first = 0; first < rows; first += GROUP_ROWS) {
      groups.add(group(first, Math.min(rows, first + GROUP_ROWS), out));
    }
    byte[] footer = footer(groups);
    put(footer, out);
    for (int at = 0; at < Integer.BYTES; at++) {
      out.write(footer.length >>> at * Byte.SIZE);
    }
    put(MAGIC, out);
  }

  private Group group(int first, int end, OutputStream out) throws IOException {
    List<Chunk> chunks = new ArrayList<>();
    for (TypedColumn column : columns) {
      long start = written;
      byte[] page = PageWriter.page(column, first, end);
      ThriftWriter header = new ThriftWriter();
      header.number(1, 0).number(2, page.length).number(3, page.length);
      header.begin(5).number(1, end - first).number(2, PLAIN).number(3, RUNS).number(4, RUNS).end();
      put(header.bytes(), out);
      put(page, out);
      chunks.add(new Chunk(column, start, written - start, end - first));
    }
    return new Group(chunks, end - first);
  }

  private byte[] footer(List<Group> groups) {
    ThriftWriter footer = new ThriftWriter();
    footer.number(1, 1);
    footer.structures(2, schema(), (out, element) -> element.accept(out));
    footer.number(3, (long) rows);
    footer.structures(
        4,
        groups,
        (out, group) ->
            out.structures(1, group.chunks, ParquetFile::describe)
                .number(2, group.size())
                .number(3, (long) group.rows));
    return footer.text(6, "Loadline").bytes();
  }

  private List<Consumer<ThriftWriter>> schema() {
    List<Consumer<ThriftWriter>> elements = new ArrayList<>();
    elements.add(root -> root.text(4, "table").number(5, columns.size()));
    columns.forEach(column -> elements.add(out -> ColumnForm.describe(out, column)));
    return elements;
  }

  private static void describe(ThriftWriter out, Chunk chunk) {
    out.number(2, chunk.start)
        .begin(3)
        .number(1, ColumnForm.of(chunk.column).physical())
        .numbers(2, List.of(PLAIN, RUNS))
        .texts(3, List.of(chunk.column.name()))
        .number(4, 0)
        .number(5, (long) chunk.rows)
        .number(6, chunk.size)
        .number(7, chunk.size)
        .number(9, chunk.start)
        .end();
  }

  private void put(byte[] bytes, OutputStream out) throws IOException {
    out.write(bytes);
    written += bytes.length;
  }
}
