package org.loadline.engine.inspect;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.loadline.model.EntityRef;

/**
 * What is worked out together, for each row of an entity or once.
 *
 * @param number counted from 1
 * @param rows the entity; empty for the whole
 * @param runs how many rows there are, if that is known
 * @param once what is done before the first row
 * @param perRow what is done for each
 */
public record PassDescription(
    int number, Optional<EntityRef> rows, OptionalLong runs, List<Step> once, List<Step> perRow) {
  public PassDescription {
    once = List.copyOf(once);
    perRow = List.copyOf(perRow);
  }

  /** How often operations are done, if it is known how many rows there are. */
  public OptionalLong work() {
    if (runs.isEmpty()) {
      return runs;
    }
    long work = Step.operations(once);
    work += runs.getAsLong() * Step.operations(perRow);
    for (Step.Loop loop : Step.loops(once)) {
      work += loop.work();
    }
    for (Step.Loop loop : Step.loops(perRow)) {
      work += loop.work();
    }
    return OptionalLong.of(work);
  }
}
