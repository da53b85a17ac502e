package org.loadline.snapshot;

import java.util.List;
import java.util.Optional;
import org.loadline.data.Snapshot;

/**
 * What came of reading a snapshot: the snapshot, unless a problem stops it, and the problems of
 * each file in the order of the policy's entities; beyond the first of a file they are counted.
 */
public record Loaded(Optional<Snapshot> snapshot, List<DataProblem> problems) {
  public Loaded {
    problems = List.copyOf(problems);
  }
}
