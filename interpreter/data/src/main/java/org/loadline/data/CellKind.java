package org.loadline.data;

/** What a cell of the input holds. The order is that of rows that are known by their values. */
enum CellKind {
  ABSENT,
  NONE,
  UNREADABLE,
  /** A quantity of 64 bits with a scale. */
  DECIMAL,
  /** A quantity of 128 bits with a scale. */
  WIDE,
  /** Any other quantity. */
  EXACT,
  /** A whole number of steps of 64 bits. */
  STEPS,
  /** A whole number of steps of 128 bits. */
  WIDE_STEPS,
  /** Any other whole number of steps. */
  HUGE_STEPS,
  TEXT,
  /** A member, a flag, or the input row that a reference leads to. */
  INDEX,
  /** A reference, as the identity of its row. */
  IDENTITY,
  UNLIMITED;

  private static final CellKind[] ALL = values();

  static CellKind at(byte ordinal) {
    return ALL[ordinal];
  }

  byte code() {
    return (byte) ordinal();
  }

  boolean isNumber() {
    return this == DECIMAL || this == WIDE || this == EXACT;
  }
}
