package org.loadline.engine.load;

import java.math.BigInteger;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.loadline.engine.nodes.Mark;
import org.loadline.engine.plan.Interval;
import org.loadline.engine.plan.NumberForm;
import org.loadline.engine.plan.Width;
import org.loadline.values.Exact;
import org.loadline.values.Int256;

/**
 * A fact for every row of its owner, filled by a pass. Passes write disjoint rows, so threads may
 * fill one column; it is read when its pass is over.
 */
public final class FactColumn {
  private static final long[] NO_LONGS = {};

  private final ColumnForm form;
  private final int size;

  /** The words of the numbers, the lowest first; none for exact fractions and places. */
  final long[][] words;

  /** The words of the divisors of fractions. */
  final long[][] divisors;

  private final Exact[] exact;
  final byte[] marks;
  final int[] places;

  /** How far the lowest words of one row and the next stand apart, and where the first stands. */
  final int step;

  final int place;

  /** Numbers that do not fit; most columns have none. */
  private final Map<Integer, Exact> beyond = new ConcurrentHashMap<>();

  /** A column of its own, whatever others its form stands among. */
  public FactColumn(ColumnForm form, int size) {
    this.form = form;
    this.size = size;
    this.step = 1;
    this.place = 0;
    this.marks = new byte[size];
    switch (form) {
      case ColumnForm.OfNumbers(NumberForm numbers, boolean fault, boolean exceed, var bundle) -> {
        int count = numbers.isExact() ? 0 : numbers.width().words();
        words = new long[count][size];
        divisors = new long[numbers.isFraction() ? count : 0][size];
        exact = new Exact[numbers.isExact() ? size : 0];
        places = new int[0];
      }
      case ColumnForm.OfPlaces(boolean fault, boolean none) -> {
        words = new long[0][];
        divisors = new long[0][];
        exact = new Exact[0];
        places = new int[size];
      }
    }
  }

  /** One of several columns whose cells stand in one array. */
  FactColumn(ColumnForm form, ColumnForm.Bundle bundle, int size, long[] cells) {
    this.form = form;
    this.size = size;
    this.step = bundle.size();
    this.place = bundle.place();
    this.marks = new byte[size];
    this.words = new long[][] {cells};
    this.divisors = new long[0][];
    this.exact = new Exact[0];
    this.places = new int[0];
  }

  public ColumnForm form() {
    return form;
  }

  public int size() {
    return size;
  }

  /** The columns that its cells stand among. */
  public Optional<ColumnForm.Bundle> bundle() {
    return form instanceof ColumnForm.OfNumbers numbers ? numbers.bundle() : Optional.empty();
  }

  /** The array that nodes read and write. */
  public Object part(DataKey.Part part) {
    return switch (part) {
      case LOW -> word(words, 0);
      case HIGH -> word(words, 1);
      case THIRD -> word(words, 2);
      case FOURTH -> word(words, 3);
      case DIVISOR_LOW -> word(divisors, 0);
      case DIVISOR_HIGH -> word(divisors, 1);
      case DIVISOR_THIRD -> word(divisors, 2);
      case DIVISOR_FOURTH -> word(divisors, 3);
      case EXACT -> exact;
      case MARKS -> marks;
      case PLACES -> places;
      case WHOLE -> this;
    };
  }

  private static long[] word(long[][] words, int at) {
    return at < words.length ? words[at] : NO_LONGS;
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
    // Readers count on the ranges, which may be narrower than the width: a wider row that was
    // worked
    // out again is bound by none of them.
    boolean inside =
        numbers.number().contains(scaled) && numbers.divisor().orElse(Interval.ONE).contains(under);
    if (!inside) {
      beyond(row, value);
      return;
    }
    marks[row] = Mark.PRESENT;
    store(scaled, words, at(row));
    store(under, divisors, row);
  }

  /** Whether it holds whole numbers, times ten to the power of {@code -scale}. */
  boolean holdsDecimals(int scale) {
    return form instanceof ColumnForm.OfNumbers numbers
        && !numbers.form().isExact()
        && !numbers.form().isFraction()
        && numbers.form().scale() == scale;
  }

  /** What a whole number stands for in a column that holds decimals. */
  Exact decimal(BigInteger number) {
    return ((ColumnForm.OfNumbers) form).form().value(number, BigInteger.ONE);
  }

  /** Puts a whole number at the scale of the form; false if it may not fit, or exceed the limit. */
  boolean putWhole(int row, BigInteger number) {
    NumberForm numbers = ((ColumnForm.OfNumbers) form).form();
    // The digits of 256 bits and as many places are less than any number may have.
    boolean fits =
        holdsDecimals(numbers.scale())
            && Math.abs(numbers.scale()) <= Width.QUAD.carriedBits()
            && numbers.number().contains(number);
    if (fits) {
      marks[row] = Mark.PRESENT;
      store(number, words, at(row));
    }
    return fits;
  }

  private static void store(BigInteger number, long[][] words, int row) {
    for (int word = 0; word < words.length; word++) {
      words[word][row] = number.shiftRight(Long.SIZE * word).longValue();
    }
  }

  /** Where the words of a row's number stand. */
  int at(int row) {
    return row * step + place;
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
            read(words, at(row)).toBigInteger(),
            numbers.isFraction() ? read(divisors, row).toBigInteger() : BigInteger.ONE);
  }

  private static Int256 read(long[][] words, int row) {
    long[] number = new long[4];
    for (int word = 0; word < number.length; word++) {
      number[word] = word < words.length ? words[word][row] : number[word - 1] >> 63;
    }
    return new Int256(number[3], number[2], number[1], number[0]);
  }

  /** The cells of some rows, as a column of that many rows. */
  public FactColumn at(int[] rows) {
    FactColumn column = new FactColumn(form, rows.length);
    for (int word = 0; word < words.length; word++) {
      gather(words[word], step, place, rows, column.words[word]);
    }
    for (int word = 0; word < divisors.length; word++) {
      gather(divisors[word], 1, 0, rows, column.divisors[word]);
    }
    for (int at = 0; at < rows.length; at++) {
      column.marks[at] = marks[rows[at]];
    }
    for (int at = 0; at < column.exact.length; at++) {
      column.exact[at] = exact[rows[at]];
    }
    for (int at = 0; at < column.places.length; at++) {
      column.places[at] = places[rows[at]];
    }
    for (int at = 0; at < rows.length && !beyond.isEmpty(); at++) {
      if (column.marks[at] == Mark.BEYOND) {
        column.beyond.put(at, Objects.requireNonNull(beyond.get(rows[at])));
      }
    }
    return column;
  }

  private static void gather(long[] from, int step, int place, int[] rows, long[] into) {
    for (int at = 0; at < rows.length; at++) {
      into[at] = from[rows[at] * step + place];
    }
  }

  /** Puts the cells of another column of this form into some rows. */
  public void put(int[] rows, FactColumn cells) {
    for (int at = 0; at < rows.length; at++) {
      copy(rows[at], cells, at);
    }
  }

  /** A column with the same cells. */
  public FactColumn copy() {
    FactColumn column = new FactColumn(form, size);
    column.putAll(this);
    return column;
  }

  /** Puts the cells of a column of this form and size in the place of all cells. */
  void putAll(FactColumn from) {
    for (int word = 0; word < words.length; word++) {
      for (int row = 0; row < size; row++) {
        words[word][at(row)] = from.words[word][from.at(row)];
      }
    }
    for (int word = 0; word < divisors.length; word++) {
      System.arraycopy(from.divisors[word], 0, divisors[word], 0, size);
    }
    System.arraycopy(from.exact, 0, exact, 0, exact.length);
    System.arraycopy(from.marks, 0, marks, 0, marks.length);
    System.arraycopy(from.places, 0, places, 0, places.length);
    beyond.putAll(from.beyond);
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

  private void copy(int row, FactColumn from, int at) {
    byte mark = from.marks[at];
    if (marks[row] == Mark.BEYOND) {
      beyond.remove(row);
    }
    if (mark == Mark.BEYOND) {
      beyond.put(row, Objects.requireNonNull(from.beyond.get(at)));
    }
    marks[row] = mark;
    for (int word = 0; word < words.length; word++) {
      words[word][at(row)] = from.words[word][from.at(at)];
    }
    for (int word = 0; word < divisors.length; word++) {
      divisors[word][row] = from.divisors[word][at];
    }
    if (exact.length > 0) {
      exact[row] = from.exact[at];
    }
    if (places.length > 0) {
      places[row] = from.places[at];
    }
  }

  /** Whether a row holds a decimal in the words of the column. */
  boolean isDecimal(int row) {
    return words.length > 0 && divisors.length == 0 && marks[row] == Mark.PRESENT;
  }

  /** Whether a row holds a number, or a place. */
  public boolean isKnown(int row) {
    return marks[row] == Mark.PRESENT || marks[row] == Mark.BEYOND;
  }
}
