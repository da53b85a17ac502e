package org.loadline.snapshot;

import java.util.Arrays;

/**
 * The line, and in JSON the character, at which each row of an entity begins.
 *
 * <p>Rows on one line after another take no room.
 */
final class RowPlaces {
  private static final int CHARACTER_BITS = 24;
  private static final int MOST_CHARACTER = (1 << CHARACTER_BITS) - 1;
  private static final long LINE = 1L << CHARACTER_BITS;

  /** The first rows of runs in which each row begins a line after the one before it. */
  private int[] firsts = new int[0];

  private long[] places = new long[0];
  private int runs;
  private int size;

  void add(long line, int character) {
    add(line, character, 1);
  }

  /** Adds rows of which each begins a line after the one before it. */
  void add(long line, int character, int count) {
    long place = line << CHARACTER_BITS | Math.min(character, MOST_CHARACTER);
    if (runs == 0 || place != places[runs - 1] + (size - firsts[runs - 1]) * LINE) {
      if (runs == firsts.length) {
        int room = runs + (runs >> 1) + 64;
        firsts = Arrays.copyOf(firsts, room);
        places = Arrays.copyOf(places, room);
      }
      firsts[runs] = size;
      places[runs++] = place;
    }
    size += count;
  }

  int size() {
    return size;
  }

  long line(int row) {
    return place(row) >>> CHARACTER_BITS;
  }

  int character(int row) {
    return (int) place(row) & MOST_CHARACTER;
  }

  private long place(int row) {
    int found = Arrays.binarySearch(firsts, 0, runs, row);
    int run = found >= 0 ? found : -found - 2;
    return places[run] + (row - firsts[run]) * LINE;
  }
}
