package org.loadline.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.loadline.data.Outcome;
import org.loadline.data.OutputColumn;
import org.loadline.impact.Distribution.Bin;
import org.loadline.values.Exact;
import org.loadline.values.Unlimited;

/** How numbers spread over rows that do not add up to anything, such as ratios. */
final class Spreads {
  private Spreads() {}

  /** Of each such number that both policies report in one unit. */
  static List<Distribution> of(List<Pair> pairs, OneRun before, OneRun after) {
    List<Distribution> all = new ArrayList<>();
    for (Pair pair : pairs) {
      boolean spreads =
          pair.output().owner().isPresent() && Adds.kind(pair.output()) == Total.Kind.MEAN;
      if (spreads && pair.isInBoth()) {
        Side was = Side.of(pair.before().orElseThrow());
        Side is = Side.of(pair.after().orElseThrow());
        unit(pair, after).flatMap(unit -> of(pair.name(), unit, was, is)).ifPresent(all::add);
      }
    }
    return all;
  }

  private static Optional<String> unit(Pair pair, OneRun after) {
    return Adds.of(pair.output(), after.program(), after.snapshot())
        .filter(Adds::isOneUnit)
        .map(adds -> adds.unit(0));
  }

  private static Optional<Distribution> of(String name, String unit, Side before, Side after) {
    Bin endless = new Bin(before.endless(), after.endless());
    return before.numbers().isEmpty() && after.numbers().isEmpty()
        ? Optional.empty()
        : Optional.of(Distribution.of(name, unit, before.numbers(), after.numbers(), endless));
  }

  /** The numbers of one policy, and how many rows are {@code unlimited}. */
  private record Side(List<Exact> numbers, int endless) {
    static Side of(OutputColumn column) {
      List<Exact> numbers = new ArrayList<>();
      int endless = 0;
      for (int row = 0; row < column.size(); row++) {
        switch (column.outcome(row)) {
          case Outcome.Known(Exact number) -> numbers.add(number);
          case Outcome.Known(Unlimited _) -> endless++;
          case Outcome.Known _, Outcome.Faulted _ -> {}
        }
      }
      return new Side(numbers, endless);
    }
  }
}
