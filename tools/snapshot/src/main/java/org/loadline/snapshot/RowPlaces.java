package org.loadline.snapshot;

import java.util.Arrays;

/** The line, and in JSON the character, at which each row of an entity begins. */
final class RowPlaces {
  private static final int CHARACTER_BITS = 24;
  private static final int MOST_CHARACTER = (1 << CHARACTER_BITS) - 1;

  private long[] places = new long[0];
  private int size;

  void add(long line, int character) {
    if (size == places.length) {
      places = Arrays.copyOf(places, size + (size >> 1) + 64);
    }
    places[size++] = line << CHARACTER_BITS | Math.min(character, MOST_CHARACTER);
  }

  int size() {
    return size;
  }

  long line(int row) {
    return places[row] >>> CHARACTER_BITS;
  }

  int character(int row) {
    return (int) places[row] & MOST_CHARACTER;
  }
}
