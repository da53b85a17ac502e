package org.loadline.parquet;

import dev.hardwood.metadata.LogicalType;
import dev.hardwood.metadata.PhysicalType;
import dev.hardwood.reader.ColumnReader;
import dev.hardwood.reader.ColumnReaders;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.Validity;
import dev.hardwood.schema.ColumnProjection;
import dev.hardwood.schema.ColumnSchema;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import org.loadline.snapshot.CellTaker;
import org.loadline.snapshot.TableReader;

/** The table of one Parquet file. */
final class ParquetTable implements TableReader {
  private final ParquetFileReader file;
  private final List<Described> columns = new ArrayList<>();
  private final int rows;

  /** Refuses a file that does not lie as its footer says. */
  static ParquetTable of(ParquetFileReader file, SeekableByteChannel channel) throws IOException {
    try {
      Layout.check(file.getFileMetaData(), file.getFileSchema().getColumnCount(), channel);
      return new ParquetTable(file);
    } catch (IOException | RuntimeException thrown) {
      file.close();
      throw thrown;
    }
  }

  private ParquetTable(ParquetFileReader file) {
    this.file = file;
    this.rows = Math.toIntExact(file.getFileMetaData().numRows());
    for (ColumnSchema column : file.getFileSchema().getColumns()) {
      columns.add(new Described(name(column), holds(column), type(column)));
    }
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public List<Described> columns() {
    return List.copyOf(columns);
  }

  @Override
  public void read(List<Wanted> wanted) throws IOException {
    int row = 0;
    // All at once: by its name alone, the library takes one with a point for one inside a group.
    try (ColumnReaders readers = file.columnReaders(ColumnProjection.all())) {
      while (readers.nextBatch()) {
        for (Wanted column : wanted) {
          give(readers.getColumnReader(column.column()), row, column.cells());
        }
        row += readers.getRecordCount();
      }
    } catch (RuntimeException thrown) {
      throw ParquetFormat.damaged(thrown);
    }
    if (row != rows) {
      throw ParquetFormat.damaged(new IOException("it has " + row + " of " + rows + " rows"));
    }
  }

  private static void give(ColumnReader batch, int first, CellTaker cells) {
    Cells values = Cells.of(batch.getColumnSchema(), batch);
    Validity valid = batch.getLeafValidity();
    int count = batch.getRecordCount();
    for (int at = 0; at < count; at++) {
      if (valid.isNull(at)) {
        cells.nothing(first + at);
      } else {
        values.give(at, first + at, cells);
      }
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /** The whole path: a column inside a group has no name that a field could have. */
  private static String name(ColumnSchema column) {
    return column.fieldPath().toString();
  }

  private static Holds holds(ColumnSchema column) {
    if (column.maxRepetitionLevel() > 0 || column.maxDefinitionLevel() > 1) {
      return Holds.OTHER;
    }
    LogicalType logical = column.logicalType();
    return switch (column.type()) {
      case BOOLEAN -> Holds.FLAGS;
      case FLOAT, DOUBLE -> Holds.FLOATING;
      case INT96 -> Holds.OTHER;
      case INT32, INT64 ->
          switch (logical) {
            case null -> Holds.NUMBERS;
            case LogicalType.IntType whole -> Holds.NUMBERS;
            case LogicalType.DecimalType decimal -> Holds.NUMBERS;
            case LogicalType.DateType date -> Holds.DAYS;
            case LogicalType.TimestampType moment ->
                moment.isAdjustedToUTC() ? Holds.MOMENTS : Holds.OTHER;
            default -> Holds.OTHER;
          };
      case BYTE_ARRAY, FIXED_LEN_BYTE_ARRAY ->
          switch (logical) {
            case LogicalType.DecimalType decimal -> Holds.NUMBERS;
            case LogicalType.StringType text -> Holds.TEXTS;
            case LogicalType.EnumType name -> Holds.TEXTS;
            case LogicalType.Float16Type half -> Holds.FLOATING;
            case null, default -> Holds.OTHER;
          };
    };
  }

  private static String type(ColumnSchema column) {
    String physical = column.type() == PhysicalType.BYTE_ARRAY ? "BINARY" : column.type().name();
    LogicalType logical = column.logicalType();
    String nested = column.maxRepetitionLevel() > 0 ? "a list of " : "";
    return nested
        + switch (logical) {
          case null -> physical;
          case LogicalType.DecimalType decimal ->
              "DECIMAL(" + decimal.precision() + ", " + decimal.scale() + ")";
          case LogicalType.TimestampType moment ->
              moment.isAdjustedToUTC() ? "a TIMESTAMP in UTC" : "a TIMESTAMP of no time zone";
          case LogicalType.DateType date -> "DATE";
          case LogicalType.StringType text -> "STRING";
          default -> physical;
        };
  }
}
