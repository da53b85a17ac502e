package org.loadline.engine.load;

import java.math.BigInteger;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loadline.data.Column;
import org.loadline.data.Marks;
import org.loadline.engine.nodes.Mark;
import org.loadline.engine.plan.Interval;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Width;
import org.loadline.model.EntityRef;
import org.loadline.model.Type;
import org.loadline.values.Exact;
import org.loadline.values.Int128;
import org.loadline.values.Int256;

/** Lays the columns of a snapshot out as arrays. */
final class ColumnLoading {
  private ColumnLoading() {}

  static EntityRef referred(Type type) {
    if (type.present() instanceof Type.RowOf(EntityRef entity, var path)) {
      return entity;
    }
    throw new IllegalArgumentException("not a reference: " + type);
  }

  static LoadedColumn load(Column column, Type type, Texts texts) {
    boolean number =
        switch (type.present()) {
          case Type.Quantity quantity -> true;
          case Type.Date date -> true;
          case Type.Instant instant -> true;
          case Type.Flag flag -> false;
          case Type.Text text -> false;
          case Type.OfChoice choice -> false;
          case Type.RowOf row -> false;
          case Type.Nothing nothing -> false;
          case Type.OrNone optional -> false;
        };
    return number ? numbers(column) : places(column, texts);
  }

  private static LoadedColumn places(Column column, Texts texts) {
    int[] places = new int[column.size()];
    Marks marks = column.marks();
    for (int row = 0; row < places.length; row++) {
      places[row] =
          marks.isNone(row) || marks.isAbsent(row)
              ? -1
              : switch (column) {
                case Column.Indices(var kind, int[] indices, Marks m) -> indices[row];
                case Column.Texts(List<String> cells, Marks m) -> texts.place(cells.get(row));
                case Column.Narrow narrow -> throw notPlaces(column);
                case Column.Wide wide -> throw notPlaces(column);
                case Column.Huge huge -> throw notPlaces(column);
                case Column.Fractions fractions -> throw notPlaces(column);
              };
    }
    boolean faults = marks.anyAbsent();
    Map<DataKey.Part, Object> parts = new EnumMap<>(DataKey.Part.class);
    parts.put(DataKey.Part.PLACES, places);
    parts.put(DataKey.Part.MARKS, faults ? marks(column) : new byte[0]);
    return new LoadedColumn(new ColumnForm.OfPlaces(faults, marks.anyNone()), parts, column);
  }

  private static IllegalStateException notPlaces(Column column) {
    return new IllegalStateException("a column of numbers where places are: " + column.size());
  }

  private static byte[] marks(Column column) {
    byte[] bytes = new byte[column.size()];
    Marks marks = column.marks();
    for (int row = 0; row < bytes.length; row++) {
      if (marks.isAbsent(row)) {
        bytes[row] = Mark.FAULT;
      } else if (marks.isNone(row)) {
        bytes[row] = Mark.NONE;
      } else if (marks.isUnlimited(row)) {
        bytes[row] = Mark.UNLIMITED;
      }
    }
    return bytes;
  }

  private static LoadedColumn numbers(Column column) {
    Marks marks = column.marks();
    Map<DataKey.Part, Object> parts = new EnumMap<>(DataKey.Part.class);
    parts.put(DataKey.Part.MARKS, marks.isEmpty() ? new byte[0] : marks(column));
    NumberForm form =
        switch (column) {
          case Column.Narrow(int scale, long[] unscaled, Marks m) -> {
            parts.put(DataKey.Part.LOW, unscaled);
            yield NumberForm.decimal(Width.LONG, scale, range(unscaled, m));
          }
          case Column.Wide(int scale, long[] high, long[] low, Marks m) -> {
            parts.put(DataKey.Part.LOW, low);
            parts.put(DataKey.Part.HIGH, high);
            yield new NumberForm(
                Width.WIDE, scale, range(high, low), Optional.empty(), m.anyNone(), false);
          }
          case Column.Huge(int scale, List<BigInteger> unscaled, Marks m) ->
              huge(scale, unscaled, m, parts);
          case Column.Fractions(List<Exact> values, Marks m) -> {
            parts.put(DataKey.Part.EXACT, values.toArray(Exact[]::new));
            yield NumberForm.EXACT;
          }
          case Column.Indices indices -> nothing(column.size(), parts);
          case Column.Texts texts -> nothing(column.size(), parts);
        };
    return new LoadedColumn(
        new ColumnForm.OfNumbers(
            form.marked(marks.anyNone(), marks.anyUnlimited()), marks.anyAbsent(), false),
        parts,
        column);
  }

  /** A column in which no row holds a number. */
  private static NumberForm nothing(int size, Map<DataKey.Part, Object> parts) {
    parts.put(DataKey.Part.LOW, new long[size]);
    return NumberForm.decimal(Width.LONG, 0, Interval.ZERO);
  }

  private static Interval range(long[] values, Marks marks) {
    long least = 0;
    long most = 0;
    boolean marked = !marks.isEmpty();
    for (int row = 0; row < values.length; row++) {
      if (!marked || !(marks.isAbsent(row) || marks.isNone(row) || marks.isUnlimited(row))) {
        least = Math.min(least, values[row]);
        most = Math.max(most, values[row]);
      }
    }
    return Interval.of(least, most).widened();
  }

  /** Of numbers of 128 bits; where there is none, 0 is stored. */
  private static Interval range(long[] high, long[] low) {
    Int128 least = Int128.ZERO;
    Int128 most = Int128.ZERO;
    for (int row = 0; row < low.length; row++) {
      Int128 value = new Int128(high[row], low[row]);
      least = value.compareTo(least) < 0 ? value : least;
      most = value.compareTo(most) > 0 ? value : most;
    }
    return Interval.of(least.toBigInteger()).join(Interval.of(most.toBigInteger())).widened();
  }

  private static NumberForm huge(
      int scale, List<BigInteger> unscaled, Marks marks, Map<DataKey.Part, Object> parts) {
    if (unscaled.stream().allMatch(Int256::fits)) {
      return quad(scale, unscaled, marks, parts);
    }
    parts.put(
        DataKey.Part.EXACT,
        unscaled.stream().map(u -> Exact.ofUnscaled(u, scale)).toArray(Exact[]::new));
    return NumberForm.EXACT;
  }

  private static NumberForm quad(
      int scale, List<BigInteger> unscaled, Marks marks, Map<DataKey.Part, Object> parts) {
    long[][] words = new long[4][unscaled.size()];
    Interval range = Interval.ZERO;
    for (int row = 0; row < unscaled.size(); row++) {
      Int256 value = Int256.of(unscaled.get(row));
      words[0][row] = value.w0();
      words[1][row] = value.w1();
      words[2][row] = value.w2();
      words[3][row] = value.w3();
      range = range.join(Interval.of(unscaled.get(row)));
    }
    parts.put(DataKey.Part.LOW, words[0]);
    parts.put(DataKey.Part.HIGH, words[1]);
    parts.put(DataKey.Part.THIRD, words[2]);
    parts.put(DataKey.Part.FOURTH, words[3]);
    return new NumberForm(
        Width.QUAD, scale, range.widened(), Optional.empty(), marks.anyNone(), false);
  }
}
