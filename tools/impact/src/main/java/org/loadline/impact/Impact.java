package org.loadline.impact;

import java.util.List;
import java.util.Optional;
import org.loadline.diff.Difference;
import org.loadline.mandate.Guards;

/**
 * What a new policy does on one book, next to the old one.
 *
 * <p>{@code guards} say which of its changes take effect, and as what: only that is worked out.
 * {@code book} is what the book is called. {@code declared}: the totals are of what a policy
 * declares as requirement or allowance; otherwise it declares none and they are of every reported
 * number. {@code attribution} is empty if no change can reach a number, or it was not asked for.
 */
public record Impact(
    Guards guards,
    String book,
    boolean declared,
    List<Total> totals,
    List<Outcomes> outcomes,
    List<Crossing> crossings,
    List<Bearing> bearings,
    List<Mover> movers,
    List<RowCount> rows,
    List<Distribution> distributions,
    List<FaultNote> faults,
    Optional<Attribution> attribution,
    List<Sensitivity> sensitivities) {
  public Impact {
    totals = List.copyOf(totals);
    outcomes = List.copyOf(outcomes);
    crossings = List.copyOf(crossings);
    bearings = List.copyOf(bearings);
    movers = List.copyOf(movers);
    rows = List.copyOf(rows);
    distributions = List.copyOf(distributions);
    faults = List.copyOf(faults);
    sensitivities = List.copyOf(sensitivities);
  }

  /** What differs between the two policies as they are written. */
  public Difference difference() {
    return guards.difference();
  }
}
