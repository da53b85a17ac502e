package org.loadline.data;

/** The rows that refer to each row of another entity by one field. */
sealed interface ChildRows {
  ChildRows NO_CHILDREN = new Contiguous(new int[0]);

  Snapshot.RowRange of(int parent);

  /** Children that stand together: those of a parent from its start to the next one's. */
  record Contiguous(int[] starts) implements ChildRows {
    @Override
    public Snapshot.RowRange of(int parent) {
      return new Snapshot.RowRange.Consecutive(starts[parent], starts[parent + 1] - starts[parent]);
    }
  }

  /** Children that stand apart, listed for each parent. */
  record Apart(int[] starts, int[] rows) implements ChildRows {
    @Override
    public Snapshot.RowRange of(int parent) {
      return new Snapshot.RowRange.Listed(
          rows, starts[parent], starts[parent + 1] - starts[parent]);
    }
  }

  static ChildRows of(Column.Indices references, int parents) {
    int[] parent = references.indices();
    Marks marks = references.marks();
    int[] starts = new int[parents + 1];
    boolean together = marks.isEmpty();
    int last = 0;
    for (int row = 0; row < parent.length; row++) {
      if (refers(marks, row)) {
        starts[parent[row] + 1]++;
        together &= parent[row] >= last;
        last = parent[row];
      }
    }
    for (int at = 1; at <= parents; at++) {
      starts[at] += starts[at - 1];
    }
    if (together) {
      return new Contiguous(starts);
    }
    int[] rows = new int[starts[parents]];
    int[] next = starts.clone();
    for (int row = 0; row < parent.length; row++) {
      if (refers(marks, row)) {
        rows[next[parent[row]]++] = row;
      }
    }
    return new Apart(starts, rows);
  }

  private static boolean refers(Marks marks, int row) {
    return marks.isEmpty() || !(marks.isNone(row) || marks.isAbsent(row));
  }
}
