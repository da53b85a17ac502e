package org.loadline.data;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.loadline.values.Exact;
import org.loadline.values.Flag;
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
      case Column.Wide(int scale, List<BigInteger> unscaled, Marks m) ->
          wide(scale, unscaled, values, marks);
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
    return narrowed((Column.Wide) wide(before.scale(), held, values, marks));
  }

  private static Column narrowed(Column.Wide column) {
    if (column.unscaled().stream().anyMatch(n -> n.bitLength() >= Long.SIZE)) {
      return column;
    }
    long[] unscaled = column.unscaled().stream().mapToLong(BigInteger::longValueExact).toArray();
    return new Column.Narrow(column.scale(), unscaled, column.marks());
  }

  private static Column wide(
      int before, List<BigInteger> held, Map<Integer, Value> values, Marks marks) {
    int scale = scale(before, values);
    List<BigInteger> unscaled = new ArrayList<>(held);
    if (scale > before) {
      BigInteger factor = BigInteger.TEN.pow(scale - before);
      unscaled.replaceAll(factor::multiply);
    }
    values.forEach((row, value) -> unscaled.set(row, unscaled(value, scale)));
    return new Column.Wide(scale, unscaled, marks);
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
