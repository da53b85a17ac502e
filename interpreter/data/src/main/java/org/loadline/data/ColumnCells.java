package org.loadline.data;

import java.math.BigInteger;
import org.loadline.values.Exact;
import org.loadline.values.Flag;
import org.loadline.values.Member;
import org.loadline.values.Value;

/** Overwrites the cells of columns that stand for themselves. */
final class ColumnCells {
  private ColumnCells() {}

  /** A column whose cells may be overwritten, if those of its kind may be at all. */
  static Column copy(Column column) {
    return switch (column) {
      case Column.Narrow(int scale, long[] unscaled, Marks marks) ->
          new Column.Narrow(scale, unscaled.clone(), marks);
      case Column.Wide(int scale, long[] high, long[] low, Marks marks) ->
          new Column.Wide(scale, high.clone(), low.clone(), marks);
      case Column.Indices(Column.Indices.Kind kind, int[] indices, Marks marks) ->
          new Column.Indices(kind, indices.clone(), marks);
      case Column.Huge huge -> huge;
      case Column.Fractions fractions -> fractions;
      case Column.Texts texts -> texts;
    };
  }

  /** Stores a value where the column stands, if it fits there. */
  static boolean store(Column column, int row, Value value) {
    switch (column) {
      case Column.Narrow(int scale, long[] unscaled, Marks marks) -> {
        if (value instanceof Exact number && number.decimalPlaces().orElse(scale + 1) <= scale) {
          BigInteger count = unscaled(number, scale);
          if (count.bitLength() < Long.SIZE) {
            unscaled[row] = count.longValue();
            return true;
          }
        }
        return false;
      }
      case Column.Wide(int scale, long[] high, long[] low, Marks marks) -> {
        if (value instanceof Exact number && number.decimalPlaces().orElse(scale + 1) <= scale) {
          BigInteger count = unscaled(number, scale);
          if (count.bitLength() < 2 * Long.SIZE) {
            high[row] = count.shiftRight(Long.SIZE).longValue();
            low[row] = count.longValue();
            return true;
          }
        }
        return false;
      }
      case Column.Indices(var kind, int[] indices, Marks marks) -> {
        switch (value) {
          case Member(int ordinal) -> indices[row] = ordinal;
          case Flag(boolean holds) -> indices[row] = holds ? 1 : 0;
          default -> {
            return false;
          }
        }
        return true;
      }
      case Column.Huge huge -> {
        return false;
      }
      case Column.Fractions fractions -> {
        return false;
      }
      case Column.Texts texts -> {
        return false;
      }
    }
  }

  private static BigInteger unscaled(Exact number, int scale) {
    return number.numerator().multiply(BigInteger.TEN.pow(scale)).divide(number.denominator());
  }
}
