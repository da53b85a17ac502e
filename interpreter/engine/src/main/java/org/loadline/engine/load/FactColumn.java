package org.loadline.engine.load;

import java.math.BigInteger;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.loadline.engine.nodes.Mark;
import org.loadline.engine.plan.Interval;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Width;
import org.loadline.values.Exact;
import org.loadline.values.Int128;
import org.loadline.values.Int256;

/**
 * A fact for every row of its owner, filled by a pass. Passes write disjoint rows, so threads may
 * fill one column; it is read when its pass is over.
 */
public final class FactColumn {
  private static final long[] NO_LONGS = {};

  private final ColumnForm form;
  private final int size;
  private final long[] low;
  private final long[] high;
  private final long[] divisorLow;
  private final long[] divisorHigh;
  private final long[] third;
  private final long[] fourth;
  private final long[] divisorThird;
  private final long[] divisorFourth;
  private final Exact[] exact;
  private final byte[] marks;
  private final int[] places;

  /** Numbers that do not fit; most columns have none. */
  private final Map<Integer, Exact> beyond = new ConcurrentHashMap<>();

  public FactColumn(ColumnForm form, int size) {
    this.form = form;
    this.size = size;
    this.marks = new byte[size];
    switch (form) {
      case ColumnForm.OfNumbers(NumberForm numbers, boolean fault, boolean exceed) -> {
        boolean four = numbers.width() == Width.QUAD;
        boolean two = four || numbers.width() == Width.WIDE;
        boolean held = !numbers.isExact();
        low = held ? new long[size] : NO_LONGS;
        high = two ? new long[size] : NO_LONGS;
        divisorLow = numbers.isFraction() ? new long[size] : NO_LONGS;
        divisorHigh = numbers.isFraction() && two ? new long[size] : NO_LONGS;
        third = four ? new long[size] : NO_LONGS;
        fourth = four ? new long[size] : NO_LONGS;
        divisorThird = numbers.isFraction() && four ? new long[size] : NO_LONGS;
        divisorFourth = numbers.isFraction() && four ? new long[size] : NO_LONGS;
        exact = held ? new Exact[0] : new Exact[size];
        places = new int[0];
      }
      case ColumnForm.OfPlaces(boolean fault, boolean none) -> {
        low = NO_LONGS;
        high = NO_LONGS;
        divisorLow = NO_LONGS;
        divisorHigh = NO_LONGS;
        third = NO_LONGS;
        fourth = NO_LONGS;
        divisorThird = NO_LONGS;
        divisorFourth = NO_LONGS;
        exact = new Exact[0];
        places = new int[size];
      }
    }
  }

  public ColumnForm form() {
    return form;
  }

  public int size() {
    return size;
  }

  /** The array that nodes read and write. */
  public Object part(DataKey.Part part) {
    return switch (part) {
      case LOW -> low;
      case HIGH -> high;
      case DIVISOR_LOW -> divisorLow;
      case DIVISOR_HIGH -> divisorHigh;
      case THIRD -> third;
      case FOURTH -> fourth;
      case DIVISOR_THIRD -> divisorThird;
      case DIVISOR_FOURTH -> divisorFourth;
      case EXACT -> exact;
      case MARKS -> marks;
      case PLACES -> places;
      case WHOLE -> this;
    };
  }

  public int mark(int row) {
    return marks[row];
  }

  public int place(int row) {
    return places[row];
  }

  /** Puts a number into its form if it fits, and beside it if not. */
  public void put(int row, Exact value) {
    NumberForm numbers = ((ColumnForm.OfNumbers) form).form();
    if (numbers.isExact()) {
      exact[row] = value;
      marks[row] = Mark.PRESENT;
      return;
    }
    Exact shifted = value.times(Exact.ofUnscaled(BigInteger.ONE, -numbers.scale()));
    BigInteger scaled = shifted.numerator();
    BigInteger under = shifted.denominator();
    boolean fraction = numbers.isFraction();
    if (!fraction && !shifted.isWhole()) {
      beyond(row, value);
      return;
    }
    Optional<Interval> fixed = numbers.divisor().filter(Interval::isPoint);
    if (fixed.isPresent()) {
      // Readers count on this divisor: it stands for all cells.
      BigInteger[] times = fixed.get().least().divideAndRemainder(under);
      if (times[1].signum() != 0) {
        beyond(row, value);
        return;
      }
      scaled = scaled.multiply(times[0]);
      under = fixed.get().least();
    }
    if (!numbers.width().holds(scaled) || (fraction && !numbers.width().holds(under))) {
      beyond(row, value);
      return;
    }
    marks[row] = Mark.PRESENT;
    store(Int256.of(scaled), row, low, high, third, fourth);
    if (fraction) {
      store(Int256.of(under), row, divisorLow, divisorHigh, divisorThird, divisorFourth);
    }
  }

  private static void store(
      Int256 number, int row, long[] low, long[] high, long[] third, long[] fourth) {
    low[row] = number.w0();
    if (high.length > 0) {
      high[row] = number.w1();
    }
    if (third.length > 0) {
      third[row] = number.w2();
      fourth[row] = number.w3();
    }
  }

  public void mark(int row, int mark) {
    marks[row] = (byte) mark;
  }

  private void beyond(int row, Exact value) {
    beyond.put(row, value);
    marks[row] = Mark.BEYOND;
  }

  /** The number of a row whose mark says that there is one. */
  public Exact number(int row) {
    if (marks[row] == Mark.BEYOND) {
      return Objects.requireNonNull(beyond.get(row));
    }
    NumberForm numbers = ((ColumnForm.OfNumbers) form).form();
    return numbers.isExact()
        ? exact[row]
        : numbers.value(
            read(row, low, high, third, fourth),
            numbers.isFraction()
                ? read(row, divisorLow, divisorHigh, divisorThird, divisorFourth)
                : BigInteger.ONE);
  }

  private static BigInteger read(int row, long[] low, long[] high, long[] third, long[] fourth) {
    if (third.length > 0) {
      return new Int256(fourth[row], third[row], high[row], low[row]).toBigInteger();
    }
    return high.length > 0
        ? new Int128(high[row], low[row]).toBigInteger()
        : BigInteger.valueOf(low[row]);
  }

  /** The cells of some rows, as a column of that many rows. */
  public FactColumn at(int[] rows) {
    FactColumn column = new FactColumn(form, rows.length);
    int[] all = IntStream.range(0, rows.length).toArray();
    column.put(all, this, rows);
    return column;
  }

  /** Puts the cells of another column of this form into some rows. */
  public void put(int[] rows, FactColumn cells) {
    put(rows, cells, IntStream.range(0, rows.length).toArray());
  }

  private void put(int[] rows, FactColumn from, int[] at) {
    clear(rows);
    long[][] words = words();
    long[][] others = from.words();
    for (int word = 0; word < words.length; word++) {
      put(rows, words[word], at, others[word]);
    }
    for (int i = 0; i < rows.length; i++) {
      marks[rows[i]] = from.marks[at[i]];
      if (exact.length > 0) {
        exact[rows[i]] = from.exact[at[i]];
      }
      if (places.length > 0) {
        places[rows[i]] = from.places[at[i]];
      }
    }
    for (int i = 0; i < rows.length && !from.beyond.isEmpty(); i++) {
      if (from.marks[at[i]] == Mark.BEYOND) {
        beyond.put(rows[i], Objects.requireNonNull(from.beyond.get(at[i])));
      }
    }
  }

  private static void put(int[] rows, long[] into, int[] at, long[] from) {
    for (int i = 0; i < rows.length && into.length > 0; i++) {
      into[rows[i]] = from[at[i]];
    }
  }

  /** A column with the same cells. */
  public FactColumn copy() {
    FactColumn column = new FactColumn(form, size);
    for (int word = 0; word < words().length; word++) {
      System.arraycopy(words()[word], 0, column.words()[word], 0, words()[word].length);
    }
    System.arraycopy(exact, 0, column.exact, 0, exact.length);
    System.arraycopy(marks, 0, column.marks, 0, marks.length);
    System.arraycopy(places, 0, column.places, 0, places.length);
    column.beyond.putAll(beyond);
    return column;
  }

  private long[][] words() {
    return new long[][] {
      low, high, third, fourth, divisorLow, divisorHigh, divisorThird, divisorFourth
    };
  }

  /** Makes some rows what they were before they were filled. */
  public void clear(int[] rows) {
    for (int row : rows) {
      marks[row] = Mark.PRESENT;
    }
    if (!beyond.isEmpty()) {
      for (int row : rows) {
        beyond.remove(row);
      }
    }
  }

  /** Whether a cell holds what a cell of another column of the same fact does. */
  public boolean same(int row, FactColumn other, int at) {
    if (!isKnown(row) || !other.isKnown(at)) {
      return marks[row] == other.marks[at];
    }
    if (form instanceof ColumnForm.OfPlaces) {
      return places[row] == other.places[at];
    }
    boolean decimals = isDecimals() && form.equals(other.form);
    if (decimals && marks[row] == Mark.PRESENT && other.marks[at] == Mark.PRESENT) {
      return low[row] == other.low[at] && (high.length == 0 || high[row] == other.high[at]);
    }
    return number(row).equals(other.number(at));
  }

  /**
   * What the sum of the cells is above that of another column of the same size and form; empty
   * where a cell is no plain number of 128 bits, or the difference is too large for that.
   */
  public Optional<Exact> above(FactColumn other) {
    boolean decimals = isDecimals() && form.equals(other.form);
    Int128 sum = Int128.ZERO;
    for (int row = 0; decimals && row < size; row++) {
      Int128 change = wide(row).minus(other.wide(row));
      decimals =
          marks[row] == Mark.PRESENT
              && other.marks[row] == Mark.PRESENT
              && !Int128.minusOverflows(wide(row), other.wide(row))
              && !Int128.plusOverflows(sum, change);
      sum = sum.plus(change);
    }
    return decimals ? Optional.of(scaled(sum)) : Optional.empty();
  }

  /** Of 64 or 128 bits. */
  private boolean isDecimals() {
    return low.length > 0 && third.length == 0 && divisorLow.length == 0;
  }

  private Int128 wide(int row) {
    return high.length > 0 ? new Int128(high[row], low[row]) : Int128.ofLong(low[row]);
  }

  private Exact scaled(Int128 unscaled) {
    int scale = ((ColumnForm.OfNumbers) form).form().scale();
    return Exact.ofUnscaled(unscaled.toBigInteger(), scale);
  }

  /** Whether a row holds a number, or a place. */
  public boolean isKnown(int row) {
    return marks[row] == Mark.PRESENT || marks[row] == Mark.BEYOND;
  }
}
