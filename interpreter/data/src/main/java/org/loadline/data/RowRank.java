package org.loadline.data;

import java.util.Optional;

/**
 * The order of one column's values as numbers from 0 on, of so many bits.
 *
 * <p>Where the numbers of all columns that rows are ordered by fit one word, rows are sorted as
 * words.
 */
record RowRank(Of of, int bits) {
  /** The rank of an input row. */
  @FunctionalInterface
  interface Of {
    long rank(int row);
  }

  /** By the places of the rows referred to; no row comes first. */
  static RowRank byPlace(CellStore column, int[] places) {
    return new RowRank(
        row -> column.is(row, CellKind.INDEX) ? places[column.index(row)] + 1L : 0,
        bits(places.length));
  }

  /** By value, of a column that holds nothing but indices, or decimals of 64 bits. */
  static Optional<RowRank> byValue(CellStore column) {
    if (column.holdsOnly(CellKind.INDEX)) {
      return ranged(column::unscaled, column.size());
    }
    if (!column.holdsOnly(CellKind.DECIMAL)) {
      return Optional.empty();
    }
    int scale = 0;
    for (int row = 0; row < column.size(); row++) {
      scale = Math.max(scale, column.scale(row));
    }
    int common = scale;
    for (int row = 0; row < column.size(); row++) {
      if (!Powers.fits(column.unscaled(row), common - column.scale(row))) {
        return Optional.empty();
      }
    }
    return ranged(
        row -> Powers.shifted(column.unscaled(row), common - column.scale(row)), column.size());
  }

  private static Optional<RowRank> ranged(Of value, int size) {
    long least = Long.MAX_VALUE;
    long most = Long.MIN_VALUE;
    for (int row = 0; row < size; row++) {
      long number = value.rank(row);
      least = Math.min(least, number);
      most = Math.max(most, number);
    }
    long first = least;
    boolean narrow = size > 0 && most - least >= 0;
    return narrow
        ? Optional.of(new RowRank(row -> value.rank(row) - first, bits(most - least)))
        : Optional.empty();
  }

  private static int bits(long most) {
    return Long.SIZE - Long.numberOfLeadingZeros(most);
  }
}
