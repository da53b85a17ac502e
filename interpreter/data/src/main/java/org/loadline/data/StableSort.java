package org.loadline.data;

/** A merge sort of row numbers that makes no objects; rows in order already cost one pass. */
final class StableSort {
  private StableSort() {}

  /** The numbers 0 to size - 1 in the given order; equal rows keep theirs. */
  static int[] sort(int size, RowComparison order) {
    int[] rows = new int[size];
    boolean sorted = true;
    for (int row = 0; row < size; row++) {
      rows[row] = row;
      sorted = sorted && (row == 0 || order.compare(row - 1, row) <= 0);
    }
    if (!sorted) {
      int[] from = rows;
      int[] to = new int[size];
      for (int width = 1; width > 0 && width < size; width *= 2) {
        mergeRuns(from, to, width, order);
        int[] swap = from;
        from = to;
        to = swap;
      }
      return from;
    }
    return rows;
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
