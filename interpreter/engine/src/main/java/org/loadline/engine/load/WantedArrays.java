package org.loadline.engine.load;

import java.util.List;
import java.util.stream.IntStream;
import org.loadline.engine.plan.ColumnKey;

/** The arrays that somebody works with, in the order in which they are wanted. */
public final class WantedArrays {
  private final DataKey[] keys;
  private final int[] filled;

  public WantedArrays(List<DataKey> keys) {
    this.keys = keys.toArray(DataKey[]::new);
    this.filled = IntStream.range(0, this.keys.length).filter(this::isFilled).toArray();
  }

  /** Whether an array is of a column that a pass fills; if not, it is of an input. */
  boolean isFilled(int at) {
    return keys[at] instanceof DataKey.Cells(ColumnKey.OfFact fact, DataKey.Part part);
  }

  int size() {
    return keys.length;
  }

  DataKey key(int at) {
    return keys[at];
  }

  /** The places of all that are filled. */
  int[] filled() {
    return filled;
  }
}
