package org.loadline.data;

import java.util.BitSet;
import java.util.Map;
import org.loadline.values.None;
import org.loadline.values.Unlimited;
import org.loadline.values.Value;

/**
 * Which rows of a column hold something other than a stored value: {@code none}, {@code unlimited},
 * or nothing at all because a test did not give it.
 */
public final class Marks {
  public static final Marks NO_MARKS = new Marks(new BitSet(), new BitSet(), new BitSet());

  private final BitSet none;
  private final BitSet unlimited;
  private final BitSet absent;

  private Marks(BitSet none, BitSet unlimited, BitSet absent) {
    this.none = none;
    this.unlimited = unlimited;
    this.absent = absent;
  }

  /** Marks from sets of row numbers, which are copied. */
  public static Marks of(BitSet none, BitSet unlimited, BitSet absent) {
    if (none.isEmpty() && unlimited.isEmpty() && absent.isEmpty()) {
      return NO_MARKS;
    }
    return new Marks((BitSet) none.clone(), (BitSet) unlimited.clone(), (BitSet) absent.clone());
  }

  /** The marks when some rows have been given other values. */
  Marks with(Map<Integer, Value> values) {
    BitSet nones = (BitSet) none.clone();
    BitSet unbounded = (BitSet) unlimited.clone();
    BitSet missing = (BitSet) absent.clone();
    values.forEach(
        (row, value) -> {
          nones.set(row, value == None.INSTANCE);
          unbounded.set(row, value == Unlimited.INSTANCE);
          missing.clear(row);
        });
    return of(nones, unbounded, missing);
  }

  public boolean isNone(int row) {
    return none.get(row);
  }

  public boolean isUnlimited(int row) {
    return unlimited.get(row);
  }

  public boolean isAbsent(int row) {
    return absent.get(row);
  }

  /** Whether every row holds a stored value. */
  public boolean isEmpty() {
    return this == NO_MARKS;
  }

  public boolean anyNone() {
    return !none.isEmpty();
  }

  public boolean anyUnlimited() {
    return !unlimited.isEmpty();
  }

  public boolean anyAbsent() {
    return !absent.isEmpty();
  }
}
