package org.loadline.data;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.loadline.values.Exact;
import org.loadline.values.Flag;
import org.loadline.values.Int128;
import org.loadline.values.Member;
import org.loadline.values.Text;
import org.loadline.values.Value;

/**
 * A column with some of its values replaced.
 *
 * <p>Its scale never falls and a wide column stays wide, so that what was prepared for the column
 * before mostly serves for this one.
 */
final class ColumnChange {
  private ColumnChange() {}

  static Column with(Column before, Map<Integer, Value> values) {
    Marks marks = before.marks().with(values);
    return switch (before) {
      case Column.Narrow narrow -> numbers(narrow, values, marks);
      case Column.Wide wide -> wide(wide, values, marks);
      case Column.Huge(int scale, List<BigInteger> unscaled, Marks m) ->
          huge(scale, unscaled, values, marks);
      case Column.Fractions(List<Exact> held, Marks m) -> new Column.Fractions(held, marks);
      case Column.Indices(Column.Indices.Kind kind, int[] held, Marks m) -> {
        int[] indices = held.clone();
        values.forEach((row, value) -> indices[row] = index(value));
        yield new Column.Indices(kind, indices, marks);
      }
      case Column.Texts(List<String> held, Marks m) -> {
        List<String> texts = new ArrayList<>(held);
        values.forEach((row, value) -> texts.set(row, value instanceof Text(String t) ? t : ""));
        yield new Column.Texts(texts, marks);
      }
    };
  }

  private static int index(Value value) {
    return switch (value) {
      case Member(int ordinal) -> ordinal;
      case Flag(boolean holds) -> holds ? 1 : 0;
      default -> 0;
    };
  }

  private static Column numbers(Column.Narrow before, Map<Integer, Value> values, Marks marks) {
    int scale = scale(before.scale(), values);
    boolean fits = scale == before.scale();
    long[] unscaled = before.unscaled().clone();
    for (Map.Entry<Integer, Value> entry : values.entrySet()) {
      BigInteger number = unscaled(entry.getValue(), scale);
      fits &= number.bitLength() < Long.SIZE;
      unscaled[entry.getKey()] = number.longValue();
    }
    if (fits) {
      return new Column.Narrow(scale, unscaled, marks);
    }
    List<BigInteger> held = new ArrayList<>(unscaled.length);
    for (long number : before.unscaled()) {
      held.add(BigInteger.valueOf(number));
    }
    return fitted(huge(before.scale(), held, values, marks), false);
  }

  private static Column wide(Column.Wide before, Map<Integer, Value> values, Marks marks) {
    boolean fits = scale(before.scale(), values) == before.scale();
    long[] high = before.high().clone();
    long[] low = before.low().clone();
    for (Map.Entry<Integer, Value> entry : values.entrySet()) {
      if (fits) {
        BigInteger number = unscaled(entry.getValue(), before.scale());
        fits = Int128.fits(number);
        high[entry.getKey()] = Int128.of(number).hi();
        low[entry.getKey()] = number.longValue();
      }
    }
    if (fits) {
      return new Column.Wide(before.scale(), high, low, marks);
    }
    List<BigInteger> held = new ArrayList<>(low.length);
    for (int row = 0; row < before.low().length; row++) {
      held.add(new Int128(before.high()[row], before.low()[row]).toBigInteger());
    }
    return fitted(huge(before.scale(), held, values, marks), true);
  }

  /** The same numbers in as few bits as they need; 128 at least, if they were wide before. */
  private static Column fitted(Column.Huge column, boolean wide) {
    List<BigInteger> unscaled = column.unscaled();
    if (!unscaled.stream().allMatch(Int128::fits)) {
      return column;
    }
    long[] low = unscaled.stream().mapToLong(BigInteger::longValue).toArray();
    if (!wide && unscaled.stream().allMatch(n -> n.bitLength() < Long.SIZE)) {
      return new Column.Narrow(column.scale(), low, column.marks());
    }
    long[] high = unscaled.stream().mapToLong(n -> Int128.of(n).hi()).toArray();
    return new Column.Wide(column.scale(), high, low, column.marks());
  }

  private static Column.Huge huge(
      int before, List<BigInteger> held, Map<Integer, Value> values, Marks marks) {
    int scale = scale(before, values);
    List<BigInteger> unscaled = new ArrayList<>(held);
    if (scale > before) {
      BigInteger factor = BigInteger.TEN.pow(scale - before);
      unscaled.replaceAll(factor::multiply);
    }
    values.forEach((row, value) -> unscaled.set(row, unscaled(value, scale)));
    return new Column.Huge(scale, unscaled, marks);
  }

  private static int scale(int before, Map<Integer, Value> values) {
    int scale = before;
    for (Value value : values.values()) {
      if (value instanceof Exact number) {
        scale = Math.max(scale, number.decimalPlaces().orElseThrow());
      }
    }
    return scale;
  }

  private static BigInteger unscaled(Value value, int scale) {
    return value instanceof Exact number
        ? number.times(Exact.of(BigInteger.TEN.pow(scale))).numerator()
        : BigInteger.ZERO;
  }
}
