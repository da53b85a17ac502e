package org.loadline.sweep;

import java.util.List;
import org.loadline.data.Fault;
import org.loadline.model.Type;
import org.loadline.values.Exact;

/** What a line of a ledger says. */
public sealed interface Event {
  /**
   * An amount went from one place to another, or made both fall or rise. A share is one such line
   * for each row that takes part with more than nothing.
   */
  record Flow(Kind kind, Exact amount, Type type, Change from, Change to) implements Event {}

  /** How an amount changes its two places. */
  enum Kind {
    /** Out of the first, into the second. */
    MOVE,
    /** A move with many rows at one end. */
    SHARE,
    /** Out of both: a holding and an obligation. */
    CANCEL,
    /** Into both: a holding and an obligation. */
    RAISE
  }

  /** An input was set: outside conservation. */
  record Set(Change change) implements Event {}

  /** A row was created, with these values. */
  record Created(String row, List<Change> values) implements Event {
    public Created {
      values = List.copyOf(values);
    }
  }

  /** The policy refuses the row for a reason: it is left as it was. */
  record Refused(String reason) implements Event {}

  /** Serving the row came to a fault: it is left as it was. */
  record Faulted(Fault fault) implements Event {}
}
