package org.loadline.sweep;

import java.util.List;
import org.loadline.data.Snapshot;

/** What all waterfalls of a policy did, one after another, each on what the last one left. */
public record Sweeps(Snapshot before, List<Sweep> sweeps) {
  public Sweeps {
    sweeps = List.copyOf(sweeps);
  }

  /** What is left when all are over; the snapshot before if there is no waterfall. */
  public Snapshot after() {
    return sweeps.isEmpty() ? before : sweeps.getLast().after();
  }

  /** Every line of their ledgers. */
  public List<LedgerLine> ledger() {
    return sweeps.stream().flatMap(sweep -> sweep.ledger().stream()).toList();
  }
}
