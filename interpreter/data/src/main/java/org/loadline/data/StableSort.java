package org.loadline.data;

import java.util.Arrays;
import java.util.List;

/**
 * A sort of row numbers that makes no objects; equal rows keep their order.
 *
 * <p>Rows are sorted as words as far as their ranks fit one, and the rows that are equal so far by
 * merging. Rows in order already cost one pass.
 */
final class StableSort {
  private static final int WORD = Long.SIZE - 1;

  private StableSort() {}

  /** Rows in order, and whether it is certain that no two are equal. */
  record Sorted(int[] rows, boolean distinct) {}

  /** The numbers 0 to size - 1 in the given order. */
  static int[] sort(int size, RowComparison order) {
    int[] rows = ascending(size);
    merge(rows, 0, size, order);
    return rows;
  }

  /** By ranks, and where they are equal in a further order. */
  static Sorted sort(int size, List<RowRank> ranks, RowComparison rest) {
    int rowBits = Long.SIZE - Long.numberOfLeadingZeros(size);
    int bits = ranks.stream().mapToInt(RowRank::bits).sum();
    if (ranks.isEmpty() || rowBits + bits > WORD) {
      throw new IllegalArgumentException("no ranks that fit a word");
    }
    long[] words = words(size, ranks);
    int[] rows = ascending(size);
    if (!isAscending(words)) {
      for (int row = 0; row < size; row++) {
        words[row] = words[row] << rowBits | row;
      }
      Arrays.sort(words);
      for (int at = 0; at < size; at++) {
        rows[at] = (int) (words[at] & (1L << rowBits) - 1);
        words[at] >>>= rowBits;
      }
    }
    boolean distinct = true;
    for (int start = 0; start < size; ) {
      int end = start + 1;
      while (end < size && words[end] == words[start]) {
        end++;
      }
      if (end - start > 1) {
        distinct = false;
        merge(rows, start, end, rest);
      }
      start = end;
    }
    return new Sorted(rows, distinct);
  }

  /** How many of the first ranks fit one word beside a row number. */
  static int fitting(int size, List<RowRank> ranks) {
    int bits = Long.SIZE - Long.numberOfLeadingZeros(size);
    int count = 0;
    while (count < ranks.size() && bits + ranks.get(count).bits() <= WORD) {
      bits += ranks.get(count++).bits();
    }
    return count;
  }

  private static long[] words(int size, List<RowRank> ranks) {
    long[] words = new long[size];
    for (RowRank rank : ranks) {
      for (int row = 0; row < size; row++) {
        words[row] = words[row] << rank.bits() | rank.of().rank(row);
      }
    }
    return words;
  }

  private static boolean isAscending(long[] words) {
    for (int at = 1; at < words.length; at++) {
      if (words[at - 1] > words[at]) {
        return false;
      }
    }
    return true;
  }

  private static int[] ascending(int size) {
    int[] rows = new int[size];
    for (int row = 0; row < size; row++) {
      rows[row] = row;
    }
    return rows;
  }

  /** Sorts the rows that stand from {@code start} to before {@code end}. */
  private static void merge(int[] rows, int start, int end, RowComparison order) {
    boolean sorted = true;
    for (int at = start + 1; at < end && sorted; at++) {
      sorted = order.compare(rows[at - 1], rows[at]) <= 0;
    }
    if (sorted) {
      return;
    }
    int[] from = Arrays.copyOfRange(rows, start, end);
    int[] to = new int[from.length];
    for (int width = 1; width > 0 && width < from.length; width *= 2) {
      mergeRuns(from, to, width, order);
      int[] swap = from;
      from = to;
      to = swap;
    }
    System.arraycopy(from, 0, rows, start, from.length);
  }

  private static void mergeRuns(int[] from, int[] to, int width, RowComparison order) {
    for (long start = 0; start < from.length; start += 2L * width) {
      int low = (int) start;
      int middle = (int) Math.min(start + width, from.length);
      int high = (int) Math.min(start + 2L * width, from.length);
      int left = low;
      int right = middle;
      for (int at = low; at < high; at++) {
        boolean takeLeft =
            left < middle && (right >= high || order.compare(from[left], from[right]) <= 0);
        to[at] = takeLeft ? from[left++] : from[right++];
      }
    }
  }
}
