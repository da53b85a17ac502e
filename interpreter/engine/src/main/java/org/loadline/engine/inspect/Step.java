package org.loadline.engine.inspect;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.loadline.core.FactRef;

/** One thing that is done for each row of a pass, or for each element of a loop. */
public sealed interface Step {
  /** A value is worked out once for all its readers. */
  record Keep(Described value, int readers) implements Step {}

  /**
   * A loop inside a pass.
   *
   * @param over what it takes in turn: {@code account.positions}
   * @param runs how many elements it takes in the whole run, if that is known
   * @param where what an element must fulfil
   * @param totals the aggregates that the one loop works out
   */
  record Loop(
      String over,
      OptionalLong runs,
      Optional<Described> where,
      List<Step> steps,
      List<Described> totals)
      implements Step {
    public Loop {
      steps = List.copyOf(steps);
      totals = List.copyOf(totals);
    }

    /** The operations that are done for one element, loops inside not counted. */
    public int operations() {
      int count = Step.operations(steps) + where.map(Described::operations).orElse(0);
      for (Described total : totals) {
        count += total.operations();
      }
      return count;
    }

    long work() {
      long work = runs.orElse(0) * operations();
      for (Loop loop : loops(steps)) {
        work += loop.work();
      }
      return work;
    }
  }

  /**
   * A row adds to a sum over all rows of the pass.
   *
   * @param where which rows do
   */
  record Total(Optional<Described> where, Described sum) implements Step {}

  /** A fact is put into its column. */
  record Fill(FactRef fact, boolean reported, Described value) implements Step {}

  /** The operations of some steps, without those of loops. */
  static int operations(List<Step> steps) {
    int count = 0;
    for (Step step : steps) {
      count +=
          switch (step) {
            case Keep keep -> keep.value().operations();
            case Fill fill -> fill.value().operations();
            case Total total ->
                total.sum().operations() + total.where().map(Described::operations).orElse(0);
            case Loop loop -> 0;
          };
    }
    return count;
  }

  /** The loops among some steps. */
  static List<Loop> loops(List<Step> steps) {
    return steps.stream().filter(Loop.class::isInstance).map(Loop.class::cast).toList();
  }
}
