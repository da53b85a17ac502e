package org.loadline.data;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.loadline.model.Field;
import org.loadline.values.Exact;
import org.loadline.values.None;
import org.loadline.values.NumberText;
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
    if (places > 0 || row < scales.length) {
      if (row >= scales.length) {
        scales = Arrays.copyOf(scales, kinds.length);
      }
      scales[row] = (short) places;
    }
  }

  void exact(int row, Exact value) {
    int places = value.decimalPlaces().orElse(-1);
    if (places >= 0 && places <= 18 && value.numerator().bitLength() < 63) {
      BigInteger unscaled =
          value.numerator().multiply(BigInteger.TEN.pow(places)).divide(value.denominator());
      if (unscaled.bitLength() < 64) {
        decimal(row, unscaled.longValue(), places);
        return;
      }
    }
    object(row, CellKind.EXACT, value);
  }

  void steps(int row, long count) {
    number(row, CellKind.STEPS, count);
  }

  void wideSteps(int row, BigInteger count) {
    if (count.bitLength() < 64) {
      steps(row, count.longValue());
    } else {
      object(row, CellKind.WIDE_STEPS, count);
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
    return is(row, CellKind.STEPS) ? BigInteger.valueOf(longs[row]) : (BigInteger) objects[row];
  }

  /** The quantity of a cell that holds one. */
  Exact quantity(int row) {
    return is(row, CellKind.DECIMAL)
        ? Exact.ofUnscaled(BigInteger.valueOf(longs[row]), scale(row))
        : (Exact) objects[row];
  }

  /** The value of a settled cell that has one. */
  Value value(int row, Field field) {
    return switch (kind(row)) {
      case NONE -> None.INSTANCE;
      case UNLIMITED -> Unlimited.INSTANCE;
      case DECIMAL, EXACT -> quantity(row);
      case TEXT -> new Text(text(row));
      case INDEX -> Keys.indexed(field, index(row));
      case ABSENT, UNREADABLE, STEPS, WIDE_STEPS, IDENTITY ->
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
      case DECIMAL, EXACT -> NumberText.format(quantity(row));
      case STEPS, WIDE_STEPS -> stepCount(row).toString();
      case TEXT -> text(row);
      case INDEX -> Integer.toString(index(row));
    };
  }

  private void number(int row, CellKind kind, long value) {
    if (row >= longs.length) {
      longs = Arrays.copyOf(longs, kinds.length);
    }
    longs[row] = value;
    kinds[row] = kind.code();
  }

  private void object(int row, CellKind kind, Object value) {
    if (row >= objects.length) {
      objects = Arrays.copyOf(objects, kinds.length);
    }
    objects[row] = value;
    kinds[row] = kind.code();
  }
}
