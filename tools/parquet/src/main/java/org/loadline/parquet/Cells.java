package org.loadline.parquet;

import dev.hardwood.metadata.LogicalType;
import dev.hardwood.metadata.PhysicalType;
import dev.hardwood.reader.ColumnReader;
import dev.hardwood.schema.ColumnSchema;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.loadline.snapshot.CellTaker;
import org.loadline.values.Exact;
import org.loadline.values.InstantText;
import org.loadline.values.Int128;
import org.loadline.values.NumberText;

/** The values of one batch of a column. */
@FunctionalInterface
interface Cells {
  /** Gives a value as the cell of a row. */
  void give(int at, int row, CellTaker taker);

  static Cells of(ColumnSchema column, ColumnReader batch) {
    int scale =
        column.logicalType() instanceof LogicalType.DecimalType decimal ? decimal.scale() : 0;
    return switch (column.type()) {
      case BOOLEAN -> {
        boolean[] flags = batch.getBooleans();
        yield (at, row, taker) -> taker.text(row, Boolean.toString(flags[at]));
      }
      case INT32 -> {
        int[] numbers = batch.getInts();
        yield wholes(column, scale, at -> numbers[at]);
      }
      case INT64 -> {
        long[] numbers = batch.getLongs();
        yield wholes(column, scale, at -> numbers[at]);
      }
      case BYTE_ARRAY, FIXED_LEN_BYTE_ARRAY -> {
        byte[] bytes = batch.getBinaryValues();
        int[] offsets = batch.getBinaryOffsets();
        yield column.logicalType() instanceof LogicalType.DecimalType
            ? (at, row, taker) -> decimal(bytes, offsets[at], offsets[at + 1], scale, row, taker)
            : (at, row, taker) ->
                taker.text(
                    row,
                    new String(
                        bytes, offsets[at], offsets[at + 1] - offsets[at], StandardCharsets.UTF_8));
      }
      case FLOAT, DOUBLE, INT96 ->
          throw new IllegalArgumentException("a column of " + column.type() + " is not read");
    };
  }

  /** Whole numbers of 32 or 64 bits. */
  @FunctionalInterface
  interface Wholes {
    long at(int at);
  }

  private static Cells wholes(ColumnSchema column, int scale, Wholes numbers) {
    return switch (column.logicalType()) {
      case LogicalType.DateType date ->
          (at, row, taker) -> taker.text(row, LocalDate.ofEpochDay(numbers.at(at)).toString());
      case LogicalType.TimestampType moment -> {
        int places =
            switch (moment.unit()) {
              case MILLIS -> 3;
              case MICROS -> 6;
              case NANOS -> 9;
            };
        yield (at, row, taker) ->
            taker.text(
                row,
                InstantText.format(Exact.ofUnscaled(BigInteger.valueOf(numbers.at(at)), places)));
      }
      case LogicalType.IntType whole when !whole.isSigned() -> {
        boolean all = column.type() == PhysicalType.INT64;
        yield (at, row, taker) ->
            taker.number(
                row,
                all ? new Int128(0, numbers.at(at)) : Int128.ofLong(numbers.at(at) & 0xFFFF_FFFFL),
                0);
      }
      case null, default -> (at, row, taker) -> taker.number(row, numbers.at(at), scale);
    };
  }

  /** A decimal in two's complement, the highest byte first. */
  private static void decimal(
      byte[] bytes, int start, int end, int scale, int row, CellTaker taker) {
    if (end - start <= Long.BYTES && end > start) {
      long unscaled = bytes[start];
      for (int at = start + 1; at < end; at++) {
        unscaled = unscaled << Byte.SIZE | bytes[at] & 0xFF;
      }
      taker.number(row, unscaled, scale);
      return;
    }
    BigInteger unscaled = end > start ? new BigInteger(bytes, start, end - start) : BigInteger.ZERO;
    if (Int128.fits(unscaled)) {
      taker.number(row, Int128.of(unscaled), scale);
    } else {
      taker.text(row, NumberText.format(Exact.of(new BigDecimal(unscaled, scale))));
    }
  }
}
