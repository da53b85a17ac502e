package org.loadline.data;

import org.loadline.core.Output;

/** A reported fact for every row of its owner, in the order of the snapshot; one row if none. */
public interface OutputColumn {
  Output output();

  int size();

  Outcome outcome(int row);
}
