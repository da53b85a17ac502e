package org.loadline.impact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.loadline.data.Outcome;
import org.loadline.data.OutputColumn;
import org.loadline.values.Exact;

/** The totals of reported numbers under both policies. */
final class Totals {
  private Totals() {}

  /** Every row. */
  static final IntPredicate ALL = row -> true;

  /**
   * What one column comes to, by unit in the order of the units' names; nothing if it is no number.
   */
  static Map<String, Total.Side> of(OneRun run, OutputColumn column, IntPredicate taken) {
    Optional<Adds> found = Adds.of(column.output(), run.program(), run.snapshot());
    if (found.isEmpty()) {
      return Map.of();
    }
    Adds adds = found.get();
    Map<String, Collecting> units = new TreeMap<>();
    Collecting only = new Collecting();
    if (adds.isOneUnit()) {
      units.put(adds.unit(0), only);
    }
    for (int row = 0; row < column.size(); row++) {
      if (taken.test(row)) {
        Collecting to =
            adds.isOneUnit()
                ? only
                : units.computeIfAbsent(adds.unit(row), unit -> new Collecting());
        to.take(column.outcome(row));
      }
    }
    Total.Kind kind = Adds.kind(column.output());
    Map<String, Total.Side> sides = new LinkedHashMap<>();
    units.forEach((unit, all) -> sides.put(unit, all.side(kind)));
    return sides;
  }

  private static final class Collecting {
    private final Adding adding = new Adding();
    private int left;
    private int faults;

    void take(Outcome outcome) {
      switch (outcome) {
        case Outcome.Known(Exact number) -> adding.add(number);
        case Outcome.Known other -> left++;
        case Outcome.Faulted faulted -> faults++;
      }
    }

    Total.Side side(Total.Kind kind) {
      Exact sum = adding.sum();
      Exact value =
          kind == Total.Kind.MEAN && adding.count() > 0
              ? sum.dividedBy(Exact.of(adding.count()))
              : sum;
      return new Total.Side(
          value, adding.count() + left + faults, left, faults, adding.isRounded());
    }
  }

  /** The outputs that totals are of: those with a role in either policy, or else all numbers. */
  static List<Pair> chosen(List<Pair> pairs) {
    List<Pair> declared = pairs.stream().filter(p -> p.role().isPresent()).toList();
    return declared.isEmpty() ? pairs.stream().filter(Pair::isNumber).toList() : declared;
  }

  /** The totals of outputs over some rows. */
  static List<Total> of(
      List<Pair> pairs, OneRun before, OneRun after, IntPredicate old, IntPredicate now) {
    List<Total> totals = new ArrayList<>();
    for (Pair pair : pairs) {
      Map<String, Total.Side> was = pair.before().map(c -> of(before, c, old)).orElse(Map.of());
      Map<String, Total.Side> is = pair.after().map(c -> of(after, c, now)).orElse(Map.of());
      Map<String, Total> units = new TreeMap<>();
      was.forEach((unit, side) -> units.put(unit, total(pair, unit, was, is)));
      is.forEach((unit, side) -> units.put(unit, total(pair, unit, was, is)));
      totals.addAll(units.values());
    }
    return totals;
  }

  private static Total total(
      Pair pair, String unit, Map<String, Total.Side> was, Map<String, Total.Side> is) {
    return new Total(
        pair.name(),
        pair.role(),
        Adds.kind(pair.output()),
        unit,
        Optional.ofNullable(was.get(unit)),
        Optional.ofNullable(is.get(unit)));
  }
}
