package org.loadline.engine.load;

import org.loadline.engine.nodes.Mark;

/**
 * The rows that refer to each row of a parent, ascending: those of row i stand in {@code rows} from
 * {@code starts[i]} up to {@code starts[i + 1]}.
 *
 * @param consecutive {@code rows} counts 0, 1, 2, …, so that starts are row numbers themselves
 * @param most the greatest number of children that one row has
 */
record ChildIndex(int[] starts, int[] rows, boolean consecutive, int most) {
  /** The index of a column of references. */
  static ChildIndex of(LoadedColumn references, int parents) {
    int[] parent = (int[]) references.part(DataKey.Part.PLACES);
    byte[] marks = (byte[]) references.part(DataKey.Part.MARKS);
    int[] starts = new int[parents + 1];
    int[] of = new int[parent.length];
    for (int row = 0; row < parent.length; row++) {
      boolean given = marks.length == 0 || marks[row] == Mark.PRESENT;
      of[row] = given ? parent[row] : -1;
      if (of[row] >= 0) {
        starts[of[row] + 1]++;
      }
    }
    int most = 0;
    for (int i = 0; i < parents; i++) {
      most = Math.max(most, starts[i + 1]);
      starts[i + 1] += starts[i];
    }
    int[] next = starts.clone();
    int[] rows = new int[starts[parents]];
    for (int row = 0; row < of.length; row++) {
      if (of[row] >= 0) {
        rows[next[of[row]]++] = row;
      }
    }
    boolean consecutive = true;
    for (int i = 0; i < rows.length; i++) {
      consecutive &= rows[i] == i;
    }
    return new ChildIndex(starts, rows, consecutive, most);
  }
}
