package org.loadline.data;

import java.util.List;
import java.util.Optional;

/** What came of building a snapshot: the snapshot, unless a problem stops it, and every problem. */
public record Loading(Optional<Snapshot> snapshot, List<InputProblem> problems) {
  public Loading {
    problems = List.copyOf(problems);
  }
}
