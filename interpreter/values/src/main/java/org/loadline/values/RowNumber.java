package org.loadline.values;

/** A row of an entity or of a written table, by its place, counted from zero. */
public record RowNumber(int index) implements Value {
  public RowNumber {
    if (index < 0) {
      throw new IllegalArgumentException("a row has no negative place: " + index);
    }
  }
}
