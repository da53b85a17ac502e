package org.loadline.data;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.loadline.model.Field;
import org.loadline.values.Exact;
import org.loadline.values.Int128;
import org.loadline.values.None;
import org.loadline.values.NumberText;
import org.loadline.values.Rounding;
import org.loadline.values.Text;
import org.loadline.values.Unlimited;
import org.loadline.values.Value;

/**
 * The cells of one column in the order of input, while a snapshot is being built.
 *
 * <p>Numbers of 64 bits are held without an object for each.
 */
final class CellStore {
  private static final int MOST_SCALE = Exact.MAX_PLACES;

  private byte[] kinds = new byte[0];
  private long[] longs = new long[0];

  /** The upper halves of numbers of 128 bits. */
  private long[] highs = new long[0];

  private short[] scales = new short[0];
  private Object[] objects = new Object[0];
  private int size;

  /** A reference as the identity of its row. */
  private record Identity(List<Value> values) {}

  int size() {
    return size;
  }

  void grow(int newSize) {
    if (newSize > kinds.length) {
      kinds = Arrays.copyOf(kinds, Math.max(newSize, kinds.length + (kinds.length >> 1) + 16));
    }
    size = newSize;
  }

  /** Makes room, so that growing to that size copies nothing. */
  void reserve(int rows) {
    if (rows > kinds.length) {
      kinds = Arrays.copyOf(kinds, rows);
    }
  }

  /** Adds the cells of another column after its own. */
  void append(CellStore part) {
    int at = size;
    grow(Math.addExact(size, part.size));
    System.arraycopy(part.kinds, 0, kinds, at, part.size);
    if (part.longs.length > 0) {
      reserveLongs();
      System.arraycopy(part.longs, 0, longs, at, Math.min(part.size, part.longs.length));
    }
    if (part.highs.length > 0) {
      reserveHighs();
      System.arraycopy(part.highs, 0, highs, at, Math.min(part.size, part.highs.length));
    }
    if (part.scales.length > 0) {
      reserveScales();
      System.arraycopy(part.scales, 0, scales, at, Math.min(part.size, part.scales.length));
    }
    if (part.objects.length > 0) {
      reserveObjects();
      System.arraycopy(part.objects, 0, objects, at, Math.min(part.size, part.objects.length));
    }
  }

  /** Whether every cell is of one of some kinds. */
  boolean holdsOnly(CellKind... some) {
    int others = -1;
    for (CellKind kind : some) {
      others &= ~(1 << kind.code());
    }
    return (kindsHeld() & others) == 0;
  }

  boolean holds(CellKind kind) {
    return (kindsHeld() & 1 << kind.code()) != 0;
  }

  /** A bit for each kind. */
  private int kindsHeld() {
    int held = 0;
    for (int row = 0; row < size; row++) {
      held |= 1 << kinds[row];
    }
    return held;
  }

  /** The most places of any decimal of up to 128 bits. */
  int mostPlaces() {
    int most = 0;
    for (int row = 0; row < Math.min(size, scales.length); row++) {
      boolean decimal = kinds[row] == CellKind.DECIMAL.code() || kinds[row] == CellKind.WIDE.code();
      most = Math.max(most, decimal ? scales[row] : 0);
    }
    return most;
  }

  /**
   * The decimals of 64 bits of some rows, all with so many places, if each still has 64 bits; 0
   * where there is none.
   */
  Optional<long[]> unscaled(int[] rows, int places) {
    long[] unscaled = new long[rows.length];
    boolean fits = true;
    for (int at = 0; at < rows.length && fits; at++) {
      int row = rows[at];
      if (kinds[row] == CellKind.DECIMAL.code()) {
        int zeros = places - scale(row);
        fits = Powers.fits(longs[row], zeros);
        unscaled[at] = fits ? Powers.shifted(longs[row], zeros) : 0;
      }
    }
    return fits ? Optional.of(unscaled) : Optional.empty();
  }

  /** Forgets the cells, once a column is made of them. */
  void release() {
    kinds = new byte[0];
    longs = new long[0];
    highs = new long[0];
    scales = new short[0];
    objects = new Object[0];
    size = 0;
  }

  CellKind kind(int row) {
    return CellKind.at(kinds[row]);
  }

  boolean is(int row, CellKind kind) {
    return kinds[row] == kind.code();
  }

  void mark(int row, CellKind kind) {
    kinds[row] = kind.code();
  }

  void decimal(int row, long unscaled, int scale) {
    if (scale < 0 || scale > MOST_SCALE) {
      exact(row, Exact.ofUnscaled(BigInteger.valueOf(unscaled), scale));
      return;
    }
    long digits = unscaled;
    int places = scale;
    while (places > 0 && digits % 10 == 0) {
      digits /= 10;
      places--;
    }
    number(row, CellKind.DECIMAL, digits);
    scale(row, places);
  }

  void decimal(int row, Int128 unscaled, int scale) {
    Int128 digits = unscaled;
    int places = scale;
    while (places > 0 && !digits.fitsLong() && isMultipleOfTen(digits)) {
      digits = Int128.divideRounded(digits, 10, Rounding.TRUNCATE);
      places--;
    }
    if (digits.fitsLong()) {
      decimal(row, digits.longValue(), places);
    } else if (scale < 0 || scale > MOST_SCALE) {
      object(row, CellKind.EXACT, Exact.ofUnscaled(unscaled.toBigInteger(), scale));
    } else {
      number(row, CellKind.WIDE, digits.lo());
      high(row, digits.hi());
      scale(row, places);
    }
  }

  /** 2^64 leaves 6 when divided by ten. */
  private static boolean isMultipleOfTen(Int128 number) {
    return (6 * Math.floorMod(number.hi(), 10L) + Long.remainderUnsigned(number.lo(), 10)) % 10
        == 0;
  }

  private void scale(int row, int places) {
    if (places > 0 || row < scales.length) {
      if (row >= scales.length) {
        reserveScales();
      }
      scales[row] = (short) places;
    }
  }

  private void high(int row, long high) {
    if (row >= highs.length) {
      reserveHighs();
    }
    highs[row] = high;
  }

  void exact(int row, Exact value) {
    int places = value.decimalPlaces().orElse(-1);
    if (places >= 0 && places <= MOST_SCALE) {
      BigInteger unscaled =
          value.numerator().multiply(BigInteger.TEN.pow(places)).divide(value.denominator());
      if (Int128.fits(unscaled)) {
        decimal(row, Int128.of(unscaled), places);
        return;
      }
    }
    object(row, CellKind.EXACT, value);
  }

  void steps(int row, long count) {
    number(row, CellKind.STEPS, count);
  }

  void steps(int row, Int128 count) {
    if (count.fitsLong()) {
      steps(row, count.longValue());
    } else {
      number(row, CellKind.WIDE_STEPS, count.lo());
      high(row, count.hi());
    }
  }

  void steps(int row, BigInteger count) {
    if (Int128.fits(count)) {
      steps(row, Int128.of(count));
    } else {
      object(row, CellKind.HUGE_STEPS, count);
    }
  }

  void text(int row, String text) {
    object(row, CellKind.TEXT, text);
  }

  void index(int row, int index) {
    number(row, CellKind.INDEX, index);
  }

  void identity(int row, List<Value> values) {
    object(row, CellKind.IDENTITY, new Identity(List.copyOf(values)));
  }

  void unreadable(int row, InputProblem why) {
    object(row, CellKind.UNREADABLE, why);
  }

  long unscaled(int row) {
    return longs[row];
  }

  int scale(int row) {
    return row < scales.length ? scales[row] : 0;
  }

  int index(int row) {
    return (int) longs[row];
  }

  String text(int row) {
    return (String) objects[row];
  }

  List<Value> identity(int row) {
    return ((Identity) objects[row]).values();
  }

  InputProblem whyUnreadable(int row) {
    return (InputProblem) objects[row];
  }

  BigInteger stepCount(int row) {
    return is(row, CellKind.HUGE_STEPS) ? (BigInteger) objects[row] : wide(row).toBigInteger();
  }

  /** The quantity of a cell that holds one. */
  Exact quantity(int row) {
    return is(row, CellKind.EXACT)
        ? (Exact) objects[row]
        : Exact.ofUnscaled(wide(row).toBigInteger(), scale(row));
  }

  /** The digits of a decimal or of steps of up to 128 bits. */
  Int128 wide(int row) {
    boolean wide = is(row, CellKind.WIDE) || is(row, CellKind.WIDE_STEPS);
    return wide ? new Int128(highs[row], longs[row]) : Int128.ofLong(longs[row]);
  }

  /** The value of a settled cell that has one. */
  Value value(int row, Field field) {
    return switch (kind(row)) {
      case NONE -> None.INSTANCE;
      case UNLIMITED -> Unlimited.INSTANCE;
      case DECIMAL, WIDE, EXACT -> quantity(row);
      case TEXT -> new Text(text(row));
      case INDEX -> Keys.indexed(field, index(row));
      case ABSENT, UNREADABLE, STEPS, WIDE_STEPS, HUGE_STEPS, IDENTITY ->
          throw new IllegalStateException("a cell has no value: " + kind(row));
    };
  }

  /** A cell as people would read it in the input; empty if nothing was given. */
  String shown(int row) {
    return switch (kind(row)) {
      case ABSENT, IDENTITY -> "";
      case NONE -> "none";
      case UNLIMITED -> "unlimited";
      case UNREADABLE -> whyUnreadable(row).value();
      case DECIMAL, WIDE, EXACT -> NumberText.format(quantity(row));
      case STEPS, WIDE_STEPS, HUGE_STEPS -> stepCount(row).toString();
      case TEXT -> text(row);
      case INDEX -> Integer.toString(index(row));
    };
  }

  private void number(int row, CellKind kind, long value) {
    if (row >= longs.length) {
      reserveLongs();
    }
    longs[row] = value;
    kinds[row] = kind.code();
  }

  private void object(int row, CellKind kind, Object value) {
    if (row >= objects.length) {
      reserveObjects();
    }
    objects[row] = value;
    kinds[row] = kind.code();
  }

  private void reserveLongs() {
    if (longs.length < kinds.length) {
      longs = Arrays.copyOf(longs, kinds.length);
    }
  }

  private void reserveHighs() {
    if (highs.length < kinds.length) {
      highs = Arrays.copyOf(highs, kinds.length);
    }
  }

  private void reserveScales() {
    if (scales.length < kinds.length) {
      scales = Arrays.copyOf(scales, kinds.length);
    }
  }

  private void reserveObjects() {
    if (objects.length < kinds.length) {
      objects = Arrays.copyOf(objects, kinds.length);
    }
  }
}
