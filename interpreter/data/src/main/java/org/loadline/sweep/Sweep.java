package org.loadline.sweep;

import java.util.List;
import java.util.Optional;
import org.loadline.core.Waterfall;
import org.loadline.data.Fault;
import org.loadline.data.Snapshot;
import org.loadline.values.Exact;

/**
 * What one waterfall did on one snapshot.
 *
 * <p>{@code over} rows were over the line when it started; each was {@code served}, {@code refused}
 * or {@code faulted} (and left as it was), or had come back within the line when its turn came.
 * {@code unserved} are rows whose guard or measure of the order faults. {@code stopped}: the sweep
 * ended early, as its `stop when` says, or because that faults.
 */
public record Sweep(
    Waterfall waterfall,
    Counts counts,
    List<LedgerLine> ledger,
    List<StepTotal> steps,
    Optional<Covered> covered,
    List<Served> served,
    List<Unserved> unserved,
    Stop stop,
    Snapshot after) {
  public Sweep {
    ledger = List.copyOf(ledger);
    steps = List.copyOf(steps);
    served = List.copyOf(served);
    unserved = List.copyOf(unserved);
  }

  /** Whether no row came to a fault and the sweep was not ended by one. */
  public boolean isSound() {
    return counts.faulted() == 0 && unserved.isEmpty() && !(stop instanceof Stop.Faulted);
  }

  /** How many rows met with what. */
  public record Counts(int rows, int over, int served, int refused, int faulted) {}

  /** A row that was served to the end, and what was covered of its loss. */
  public record Served(String row, Optional<Loss> loss) {}

  /** The loss of one row, what each step absorbed of it, and what is left. */
  public record Loss(Exact loss, List<Exact> absorbed, Exact remainder) {
    public Loss {
      absorbed = List.copyOf(absorbed);
    }
  }

  /** A row that could not be judged. */
  public record Unserved(String row, Fault why) {}

  /** Whether it came to its end. */
  public sealed interface Stop {
    /** Every row had its turn. */
    record AtTheEnd() implements Stop {}

    /** The policy's condition held, with rows left to serve. */
    record Early() implements Stop {}

    /** The condition to stop faults: nothing more is served. */
    record Faulted(Fault fault) implements Stop {}
  }
}
