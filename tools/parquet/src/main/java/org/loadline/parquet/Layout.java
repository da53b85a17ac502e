package org.loadline.parquet;

import dev.hardwood.metadata.ColumnChunk;
import dev.hardwood.metadata.ColumnMetaData;
import dev.hardwood.metadata.FileMetaData;
import dev.hardwood.metadata.RowGroup;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/**
 * Whether a file lies as its footer says, page by page.
 *
 * <p>The library follows damaged sizes and counts wherever they lead, and may never come back.
 */
final class Layout {
  private static final int MAGIC_BYTES = 4;
  private static final int USUAL_HEADER = 1 << 9;
  private static final int LONGEST_HEADER = 1 << 24;

  private final SeekableByteChannel file;

  private Layout(SeekableByteChannel file) {
    this.file = file;
  }

  static void check(FileMetaData described, int columns, SeekableByteChannel file)
      throws IOException {
    new Layout(file).check(described, columns);
  }

  private void check(FileMetaData described, int columns) throws IOException {
    long rows = 0;
    for (RowGroup group : described.rowGroups()) {
      if (group.columns().size() != columns || group.numRows() < 0) {
        throw new IOException("a group of rows does not have the columns of the table");
      }
      rows += group.numRows();
      for (ColumnChunk chunk : group.columns()) {
        check(chunk.metaData(), chunk.chunkStartOffset());
      }
    }
    if (rows != described.numRows() || rows > Integer.MAX_VALUE) {
      throw new IOException("it says " + described.numRows() + " rows and holds " + rows);
    }
  }

  private void check(ColumnMetaData column, long start) throws IOException {
    long size = column.totalCompressedSize();
    boolean within = start >= MAGIC_BYTES && size >= 0 && size <= file.size() - start;
    long end = start + size;
    long values = 0;
    long at = start;
    while (within && at < end) {
      PageHeader page = header(at, end);
      at += (long) page.headerBytes() + page.pageBytes();
      values += page.values();
    }
    if (!within || at != end || values != column.numValues()) {
      throw new IOException("`" + column.pathInSchema() + "` does not lie as the footer says");
    }
  }

  private PageHeader header(long start, long end) throws IOException {
    for (int most = USUAL_HEADER; ; most *= 4) {
      ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(most, end - start));
      file.position(start);
      while (bytes.hasRemaining() && file.read(bytes) >= 0) {}
      try {
        return PageHeader.read(bytes.flip());
      } catch (BufferUnderflowException longer) {
        if (most >= Math.min(LONGEST_HEADER, end - start)) {
          throw new IOException("a page is cut short", longer);
        }
      }
    }
  }
}
