package org.loadline.data;

import java.util.BitSet;

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
