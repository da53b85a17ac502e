package org.loadline.data;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.loadline.model.Field;
import org.loadline.model.Type;
import org.loadline.values.Exact;
import org.loadline.values.Int128;

/** Makes one column, in the order of the snapshot. */
final class ColumnMaker {
  private final CellStore cells;
  private final int[] inputRows;

  ColumnMaker(CellStore cells, int[] inputRows) {
    this.cells = cells;
    this.inputRows = inputRows;
  }

  /** {@code places} are those of the rows that a reference leads to. */
  Column make(Field field, int[] places) {
    return switch (field.type().present()) {
      case Type.Quantity quantity -> numbers();
      case Type.Date date -> numbers();
      case Type.Instant instant -> numbers();
      case Type.Text text -> texts();
      case Type.Flag flag -> indices(field, places);
      case Type.OfChoice choice -> indices(field, places);
      case Type.RowOf row -> indices(field, places);
      case Type.Nothing nothing -> new Column.Fractions(zeros(), marks());
      case Type.OrNone optional -> throw new IllegalStateException("`or none` within `or none`");
    };
  }

  private Marks marks() {
    if (cells.holdsOnly(CellKind.DECIMAL, CellKind.WIDE, CellKind.INDEX, CellKind.TEXT)) {
      return Marks.NO_MARKS;
    }
    BitSet none = new BitSet();
    BitSet unlimited = new BitSet();
    BitSet absent = new BitSet();
    for (int row = 0; row < inputRows.length; row++) {
      switch (cells.kind(inputRows[row])) {
        case NONE -> none.set(row);
        case UNLIMITED -> unlimited.set(row);
        case ABSENT, UNREADABLE -> absent.set(row);
        case DECIMAL, WIDE, EXACT, TEXT, INDEX -> {}
        case STEPS, WIDE_STEPS, HUGE_STEPS, IDENTITY ->
            throw new IllegalStateException("a cell is unsettled");
      }
    }
    return Marks.of(none, unlimited, absent);
  }

  private Column indices(Field field, int[] places) {
    Column.Indices.Kind kind = Keys.kind(field);
    int[] indices = new int[inputRows.length];
    for (int row = 0; row < indices.length; row++) {
      int from = inputRows[row];
      if (cells.is(from, CellKind.INDEX)) {
        int index = cells.index(from);
        indices[row] = kind == Column.Indices.Kind.ROW ? places[index] : index;
      }
    }
    return new Column.Indices(kind, indices, marks());
  }

  private Column texts() {
    String[] texts = new String[inputRows.length];
    for (int row = 0; row < texts.length; row++) {
      int from = inputRows[row];
      texts[row] = cells.is(from, CellKind.TEXT) ? cells.text(from) : "";
    }
    return new Column.Texts(Arrays.asList(texts), marks());
  }

  private Column numbers() {
    int scale = cells.mostPlaces();
    if (cells.holds(CellKind.EXACT)) {
      return exact(scale);
    }
    Optional<long[]> narrow =
        cells.holds(CellKind.WIDE) ? Optional.empty() : cells.unscaled(inputRows, scale);
    return narrow.isPresent() ? new Column.Narrow(scale, narrow.get(), marks()) : wide(scale);
  }

  /** Numbers of which some have more than 128 bits in the places that they need. */
  private Column exact(int leastScale) {
    int scale = leastScale;
    for (int from : inputRows) {
      if (cells.is(from, CellKind.EXACT)) {
        int places = cells.quantity(from).decimalPlaces().orElse(-1);
        if (places < 0) {
          return fractions();
        }
        scale = Math.max(scale, places);
      }
    }
    return huge(scale);
  }

  private Column wide(int scale) {
    long[] high = new long[inputRows.length];
    long[] low = new long[inputRows.length];
    boolean narrow = true;
    for (int row = 0; row < low.length; row++) {
      int from = inputRows[row];
      if (cells.kind(from).isNumber()) {
        Int128 value = cells.wide(from);
        for (int zeros = scale - cells.scale(from); zeros > 0; zeros -= Powers.MOST) {
          long power = Powers.shifted(1, Math.min(zeros, Powers.MOST));
          if (Int128.timesOverflows(value, power)) {
            return huge(scale);
          }
          value = value.times(power);
        }
        high[row] = value.hi();
        low[row] = value.lo();
        narrow &= value.fitsLong();
      }
    }
    return narrow
        ? new Column.Narrow(scale, low, marks())
        : new Column.Wide(scale, high, low, marks());
  }

  private Column huge(int scale) {
    List<BigInteger> unscaled = new ArrayList<>(inputRows.length);
    for (int from : inputRows) {
      unscaled.add(cells.kind(from).isNumber() ? unscaled(from, scale) : BigInteger.ZERO);
    }
    return new Column.Huge(scale, unscaled, marks());
  }

  private BigInteger unscaled(int from, int scale) {
    return cells.quantity(from).times(Exact.of(BigInteger.TEN.pow(scale))).numerator();
  }

  private Column fractions() {
    List<Exact> values = new ArrayList<>(inputRows.length);
    for (int from : inputRows) {
      values.add(cells.kind(from).isNumber() ? cells.quantity(from) : Exact.ZERO);
    }
    return new Column.Fractions(values, marks());
  }

  private List<Exact> zeros() {
    return java.util.Collections.nCopies(inputRows.length, Exact.ZERO);
  }
}
