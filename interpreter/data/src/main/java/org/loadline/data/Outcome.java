package org.loadline.data;

import org.loadline.values.Value;

/** What became of one value: it is known, or a fault says why not. */
public sealed interface Outcome {
  record Known(Value value) implements Outcome {}

  record Faulted(Fault fault) implements Outcome {}
}
