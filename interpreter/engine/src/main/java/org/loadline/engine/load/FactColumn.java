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
}
