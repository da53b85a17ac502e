package org.loadline.conform;

import java.util.List;
import java.util.Optional;
import org.loadline.data.ParamValues;
import org.loadline.data.Snapshot;

/**
 * What became of one case.
 *
 * <p>{@code ran} is what it was compared on, for explanations: the snapshot after its waterfalls.
 */
public record CaseReport(
    PublishedCase published,
    Optional<BoundRule> rule,
    Optional<Ran> ran,
    List<CaseProblem> problems,
    List<Difference> differences) {
  public CaseReport {
    problems = List.copyOf(problems);
    differences = List.copyOf(differences);
  }

  /** The rows and params that a case was worked out on. */
  public record Ran(Snapshot snapshot, ParamValues params) {}

  public boolean passed() {
    return problems.isEmpty() && differences.isEmpty();
  }
}
