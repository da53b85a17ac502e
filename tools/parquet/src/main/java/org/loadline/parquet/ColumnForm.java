package org.loadline.parquet;

import java.math.BigInteger;
import org.loadline.snapshot.TypedColumn;

/** How a column is described in the file; the numbers are those of the format. */
enum ColumnForm {
  TEXTS(6),
  FLAGS(0),
  DAYS(1),
  MOMENTS(2),
  LONG_DECIMALS(2),
  WIDE_DECIMALS(7);

  private static final int MOST_LONG_DIGITS = 18;
  private static final int OPTIONAL = 1;

  private final int physical;

  ColumnForm(int physical) {
    this.physical = physical;
  }

  int physical() {
    return physical;
  }

  static ColumnForm of(TypedColumn column) {
    return switch (column) {
      case TypedColumn.Texts texts -> TEXTS;
      case TypedColumn.Flags flags -> FLAGS;
      case TypedColumn.Days days -> DAYS;
      case TypedColumn.Moments moments -> MOMENTS;
      case TypedColumn.Decimals decimals -> width(decimals) == 0 ? LONG_DECIMALS : WIDE_DECIMALS;
    };
  }

  /** The bytes of each decimal; 0 where a long holds it. */
  static int width(TypedColumn.Decimals decimals) {
    return decimals.precision() <= MOST_LONG_DIGITS
        ? 0
        : BigInteger.TEN.pow(decimals.precision()).bitLength() / Byte.SIZE + 1;
  }

  /** Describes a column to those who read the file. */
  static void describe(ThriftWriter schema, TypedColumn column) {
    schema.number(1, of(column).physical);
    if (column instanceof TypedColumn.Decimals decimals && width(decimals) > 0) {
      schema.number(2, width(decimals));
    }
    schema.number(3, OPTIONAL).text(4, column.name());
    switch (column) {
      case TypedColumn.Texts texts -> schema.number(6, 0).begin(10).empty(1).end();
      case TypedColumn.Flags flags -> {}
      case TypedColumn.Days days -> schema.number(6, 6).begin(10).empty(6).end();
      case TypedColumn.Moments moments ->
          schema.number(6, 10).begin(10).begin(8).truth(1).begin(2).empty(2).end().end().end();
      case TypedColumn.Decimals(var name, int precision, int scale, var cells) ->
          schema
              .number(6, 5)
              .number(7, scale)
              .number(8, precision)
              .begin(10)
              .begin(5)
              .number(1, scale)
              .number(2, precision)
              .end()
              .end();
    }
  }
}
