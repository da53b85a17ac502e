package org.loadline.snapshot;

import org.loadline.values.Int128;

/** Takes the cells of one column. */
public interface CellTaker {
  /** The number {@code unscaled / 10^scale}. */
  void number(int row, long unscaled, int scale);

  /** The number {@code unscaled / 10^scale}. */
  void number(int row, Int128 unscaled, int scale);

  /** Any other cell, as it is written in CSV. */
  void text(int row, String text);

  /** An empty cell. */
  void nothing(int row);
}
